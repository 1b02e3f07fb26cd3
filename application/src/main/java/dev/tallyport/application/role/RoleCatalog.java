package dev.tallyport.application.role;

import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every role there is, built in or custom.
@ApplicationScoped
public class RoleCatalog {

    private final Roles roles;

    RoleCatalog(Roles roles) {
        this.roles = roles;
    }

    /// The built-in ones first.
    public List<Role> all() {
        var all = new ArrayList<>(Role.BUILT_IN);
        all.addAll(roles.custom());
        return all;
    }

    public Optional<Role> find(String name) {
        return all().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /// How many accounts are able to manage membership.
    public long managers(Instant now) {
        var managing =
                all().stream()
                        .filter(role ->
                                role.permissions().contains(Permission.MANAGE_ACCOUNT_MEMBERSHIP))
                        .map(Role::name)
                        .toList();
        return roles.managers(managing, now);
    }
}
