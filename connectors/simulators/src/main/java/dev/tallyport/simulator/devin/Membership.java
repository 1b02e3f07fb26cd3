package dev.tallyport.simulator.devin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who is in which group and has which role; follows from ids alone.
final class Membership {

    private Membership() {}

    static List<RoleAssignment> rolesOf(Person person) {
        if (person.organizations().isEmpty()) {
            return List.of();
        }
        var roles = new ArrayList<RoleAssignment>();
        roles.add(
                new RoleAssignment(
                        null,
                        isOneIn(20, person) ? Role.ENTERPRISE_ADMIN : Role.ENTERPRISE_MEMBER));
        var role = isOneIn(7, person) ? Role.ADMIN : Role.MEMBER;
        person.organizations().forEach(id -> roles.add(new RoleAssignment(id, role)));
        return roles;
    }

    static List<RoleAssignment> rolesOf(ServiceUser program) {
        return List.of(
                new RoleAssignment(null, Role.ENTERPRISE_MEMBER),
                new RoleAssignment(program.organization(), Role.MEMBER));
    }

    /// One for each organization.
    static List<Group> groups(DevinEnterprise enterprise) {
        return enterprise.organizations().stream().map(Membership::groupOf).toList();
    }

    /// Only those who sign in through the identity provider are in groups.
    static List<Group> groupsOf(DevinEnterprise enterprise, Person person) {
        if (!person.id().startsWith("okta|") && !person.id().startsWith("samlp|")) {
            return List.of();
        }
        return enterprise.organizations().stream()
                .filter(organization -> person.organizations().contains(organization.id()))
                .map(Membership::groupOf)
                .toList();
    }

    private static Group groupOf(Organization organization) {
        var name = organization.name().toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Group(
                "acme-" + name, List.of(new RoleAssignment(organization.id(), Role.MEMBER)));
    }

    private static boolean isOneIn(int many, Person person) {
        return Math.floorMod(person.id().hashCode(), many) == 0;
    }
}
