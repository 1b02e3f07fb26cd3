package dev.tallyport.application.role;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Gives roles to people, groups of the identity provider and service users, and takes them again.
@ApplicationScoped
public class GiveRoles {

    private final Roles roles;
    private final RoleCatalog catalog;
    private final Recipients recipients;
    private final KeepSomebodyManaging keepSomebodyManaging;
    private final AuditTrail audit;
    private final InstantSource clock;

    GiveRoles(
            Roles roles,
            RoleCatalog catalog,
            Recipients recipients,
            KeepSomebodyManaging keepSomebodyManaging,
            AuditTrail audit,
            InstantSource clock) {
        this.roles = roles;
        this.catalog = catalog;
        this.recipients = recipients;
        this.keepSomebodyManaging = keepSomebodyManaging;
        this.audit = audit;
        this.clock = clock;
    }

    /// Every role that was given, in that order. Those who only manage service users see theirs.
    public Outcome<List<Assignment>> all(Viewer viewer) {
        if (viewer.visibility(Subject.ROLES) instanceof Visibility.Everything) {
            return Outcome.done(roles.assignments());
        }
        return viewer.may(Permission.MANAGE_ACCOUNT_SERVICE_USERS)
                ? Outcome.done(
                        roles.assignments().stream()
                                .filter(one -> one.to() instanceof Principal.ServiceUser)
                                .toList())
                : new Outcome.Forbidden<>();
    }

    /// Those who manage membership give any role to anybody; those who manage service users give
    /// them what they hold themselves. Giving what was given changes nothing.
    @Transactional
    public Outcome<Assignment> give(Viewer viewer, Principal to, String roleName, Scope scope) {
        if (!mayChangeRolesOf(viewer, to)) {
            return new Outcome.Forbidden<>();
        }
        roles.lockMembership();
        var role = catalog.find(roleName);
        if (role.isEmpty()) {
            return new Outcome.Invalid<>("role", "the name of a role", roleName);
        }
        var grants = role.get().in(scope);
        if (grants.isEmpty()) {
            return new Outcome.Invalid<>(
                    "scope",
                    scope instanceof Scope.Enterprise
                            ? "an organization: this role allows nothing for the enterprise"
                            : "the enterprise: this role allows nothing in an organization",
                    Names.of(scope));
        }
        if (!viewer.mayGive(grants)) {
            return new Outcome.Forbidden<>();
        }
        if (!recipients.isKnown(to)) {
            return new Outcome.Invalid<>("to", "somebody who is known", Names.of(to));
        }
        var given = roles.give(to, roleName, scope, viewer.account().name(), clock.instant());
        given.ifPresent(assignment ->
                audit.record(
                        Draft.of(
                                Actor.of(viewer),
                                Action.ROLE_GIVEN,
                                Names.of(to),
                                described(assignment))));
        return Outcome.done(given.orElseGet(() -> existing(to, roleName, scope)));
    }

    private Assignment existing(Principal to, String role, Scope scope) {
        return roles.assignments().stream()
                .filter(one ->
                        one.to().equals(to) && one.role().equals(role) && one.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    /// What somebody may not give they may not take either: who takes a role from a service user
    /// could get a key of it, and wait until the role is given again.
    ///
    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<Assignment> take(Viewer viewer, long id) {
        var assignment = roles.assignment(id);
        if (assignment.isEmpty() || !mayChangeRolesOf(viewer, assignment.get().to())) {
            return viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                    ? new Outcome.Unknown<>("assignment " + id)
                    : new Outcome.Forbidden<>();
        }
        if (!viewer.mayGive(grantsOf(assignment.get()))) {
            return new Outcome.Forbidden<>();
        }
        keepSomebodyManaging.during(() -> roles.take(id));
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.ROLE_TAKEN,
                        Names.of(assignment.get().to()),
                        described(assignment.get()),
                        Map.of()));
        return Outcome.done(assignment.get());
    }

    private Set<Grant> grantsOf(Assignment assignment) {
        return catalog.find(assignment.role())
                .map(role -> role.in(assignment.scope()))
                .orElseGet(Set::of);
    }

    private static boolean mayChangeRolesOf(Viewer viewer, Principal principal) {
        return viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                || (principal instanceof Principal.ServiceUser
                        && viewer.may(Permission.MANAGE_ACCOUNT_SERVICE_USERS));
    }

    private static Map<String, String> described(Assignment assignment) {
        var described = new TreeMap<String, String>();
        described.put("role", assignment.role());
        described.put("scope", Names.of(assignment.scope()));
        return described;
    }
}
