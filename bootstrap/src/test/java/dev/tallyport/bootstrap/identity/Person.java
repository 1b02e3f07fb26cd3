package dev.tallyport.bootstrap.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody with an account at the provider.
///
/// @param groups created there if they are missing
/// @param roles of the realm
public record Person(
        String name,
        String email,
        boolean emailVerified,
        String password,
        List<String> groups,
        Map<String, List<String>> attributes,
        List<String> roles) {

    public Person {
        groups = List.copyOf(groups);
        attributes = Map.copyOf(attributes);
        roles = List.copyOf(roles);
    }

    /// With the verified address `name@example.com` and the password `password`.
    public static Person named(String name) {
        return new Person(
                name, name + "@example.com", true, "password", List.of(), Map.of(), List.of());
    }

    public Person withEmail(String email, boolean verified) {
        return new Person(name, email, verified, password, groups, attributes, roles);
    }

    public Person withPassword(String password) {
        return new Person(name, email, emailVerified, password, groups, attributes, roles);
    }

    public Person withGroups(String... groups) {
        return new Person(name, email, emailVerified, password, List.of(groups), attributes, roles);
    }

    /// `applications`, `applications_admin` and `isAdmin` become claims of that name.
    public Person withAttribute(String attribute, String... values) {
        var more = new HashMap<>(attributes);
        more.put(attribute, List.of(values));
        return new Person(name, email, emailVerified, password, groups, more, roles);
    }

    public Person withRoles(String... roles) {
        return new Person(name, email, emailVerified, password, groups, attributes, List.of(roles));
    }
}
