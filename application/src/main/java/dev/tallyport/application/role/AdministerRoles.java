package dev.tallyport.application.role;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Defines custom roles out of permissions.
@ApplicationScoped
public class AdministerRoles {

    private final Roles roles;
    private final RoleCatalog catalog;
    private final KeepSomebodyManaging keepSomebodyManaging;
    private final AuditTrail audit;

    AdministerRoles(
            Roles roles,
            RoleCatalog catalog,
            KeepSomebodyManaging keepSomebodyManaging,
            AuditTrail audit) {
        this.roles = roles;
        this.catalog = catalog;
        this.keepSomebodyManaging = keepSomebodyManaging;
        this.audit = audit;
    }

    /// The built-in ones first.
    public Outcome<List<Role>> all(Viewer viewer) {
        return viewer.visibility(Subject.ROLES) instanceof Visibility.Everything
                ? Outcome.done(catalog.all())
                : new Outcome.Forbidden<>();
    }

    @Transactional
    public Outcome<Role> create(Viewer viewer, String name, Set<Permission> permissions) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)) {
            return new Outcome.Forbidden<>();
        }
        if (!Role.isName(name)) {
            return new Outcome.Invalid<>(
                    "name", "lower-case letters, digits and dashes, at most 63 characters", name);
        }
        roles.lockMembership();
        if (catalog.find(name).isPresent()) {
            return new Outcome.Conflict<>(
                    "There is a role '" + name + "' already; change it or take another name");
        }
        var role = new Role(name, permissions);
        roles.save(role);
        audit.record(
                Draft.of(Actor.of(viewer), Action.ROLE_CREATED, target(name), described(role)));
        return Outcome.done(role);
    }

    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<Role> change(Viewer viewer, String name, Set<Permission> permissions) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)) {
            return new Outcome.Forbidden<>();
        }
        var before = catalog.find(name);
        if (before.isEmpty()) {
            return new Outcome.Unknown<>("role '" + name + "'");
        }
        if (before.get().isBuiltIn()) {
            return builtIn(name);
        }
        var role = new Role(name, permissions);
        keepSomebodyManaging.during(() -> roles.save(role));
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.ROLE_CHANGED,
                        target(name),
                        described(before.get()),
                        described(role)));
        return Outcome.done(role);
    }

    /// Takes it from everybody who has it, too.
    ///
    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<Role> remove(Viewer viewer, String name) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)) {
            return new Outcome.Forbidden<>();
        }
        var role = catalog.find(name);
        if (role.isEmpty()) {
            return new Outcome.Unknown<>("role '" + name + "'");
        }
        if (role.get().isBuiltIn()) {
            return builtIn(name);
        }
        keepSomebodyManaging.during(() -> roles.remove(name));
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.ROLE_REMOVED,
                        target(name),
                        described(role.get()),
                        Map.of()));
        return Outcome.done(role.get());
    }

    private static <T> Outcome<T> builtIn(String name) {
        return new Outcome.Conflict<>(
                "Role '" + name + "' is built in; create one of another name instead");
    }

    private static String target(String name) {
        return "role:" + name;
    }

    private static Map<String, String> described(Role role) {
        return Map.of(
                "permissions",
                role.permissions().stream()
                        .map(Permission::title)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }
}
