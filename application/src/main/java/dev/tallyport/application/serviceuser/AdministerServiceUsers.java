package dev.tallyport.application.serviceuser;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.role.RoleCatalog;
import dev.tallyport.application.role.Roles;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Creates service users, and issues, rotates and revokes their keys.
@ApplicationScoped
public class AdministerServiceUsers {

    /// A key at the only moment at which it is known.
    public record Issued(ServiceKey key, String secret) {

        /// Keeps the secret out of logs.
        @Override
        public String toString() {
            return "Issued[" + key.prefix() + "…]";
        }
    }

    private static final int LONGEST_NAME = 200;

    private final ServiceUsers serviceUsers;
    private final Roles roles;
    private final RoleCatalog catalog;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdministerServiceUsers(
            ServiceUsers serviceUsers,
            Roles roles,
            RoleCatalog catalog,
            Secrets secrets,
            AuditTrail audit,
            InstantSource clock) {
        this.serviceUsers = serviceUsers;
        this.roles = roles;
        this.catalog = catalog;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    public Outcome<List<ServiceUser>> all(Viewer viewer) {
        return maySee(viewer) ? Outcome.done(serviceUsers.all()) : new Outcome.Forbidden<>();
    }

    public Outcome<ServiceUser> one(Viewer viewer, Principal.ServiceUser id) {
        return maySee(viewer)
                ? serviceUsers.find(id).map(Outcome::done).orElseGet(() -> unknown(id))
                : new Outcome.Forbidden<>();
    }

    /// The latest first.
    public Outcome<List<ServiceKey>> keys(Viewer viewer, Principal.ServiceUser id) {
        if (!maySee(viewer)) {
            return new Outcome.Forbidden<>();
        }
        return serviceUsers.find(id).isPresent()
                ? Outcome.done(serviceUsers.keys(id))
                : unknown(id);
    }

    @Transactional
    public Outcome<ServiceUser> create(Viewer viewer, String name, Optional<Instant> expiresAt) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_SERVICE_USERS)) {
            return new Outcome.Forbidden<>();
        }
        if (!isName(name)) {
            return badName(name);
        }
        var created =
                serviceUsers.create(
                        name.strip(), expiresAt, viewer.account().name(), clock.instant());
        if (created.isEmpty()) {
            return nameTaken(name);
        }
        var user = created.get();
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.SERVICE_USER_CREATED,
                        Names.of(user.id()),
                        described(user)));
        return Outcome.done(user);
    }

    /// A disabled one's keys are worth nothing until it is enabled again.
    @Transactional
    public Outcome<ServiceUser> change(
            Viewer viewer,
            Principal.ServiceUser id,
            String name,
            boolean enabled,
            Optional<Instant> expiresAt) {
        return forOne(
                viewer,
                id,
                before -> {
                    if (!isName(name)) {
                        return badName(name);
                    }
                    var after =
                            new ServiceUser(
                                    id,
                                    name.strip(),
                                    enabled,
                                    expiresAt,
                                    before.createdAt(),
                                    before.createdBy());
                    if (!serviceUsers.save(after)) {
                        return nameTaken(name);
                    }
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.SERVICE_USER_CHANGED,
                                    Names.of(id),
                                    described(before),
                                    described(after)));
                    return Outcome.done(after);
                });
    }

    @Transactional
    public Outcome<ServiceUser> remove(Viewer viewer, Principal.ServiceUser id) {
        return forOne(
                viewer,
                id,
                user -> {
                    serviceUsers.remove(id, clock.instant());
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.SERVICE_USER_REMOVED,
                                    Names.of(id),
                                    described(user),
                                    Map.of()));
                    return Outcome.done(user);
                });
    }

    @Transactional
    public Outcome<Issued> issue(
            Viewer viewer, Principal.ServiceUser id, String name, Optional<Instant> expiresAt) {
        return forOne(
                viewer,
                id,
                _ -> {
                    if (!isName(name)) {
                        return badName(name);
                    }
                    if (expiresAt.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
                        return new Outcome.Invalid<>(
                                "expiresAt", "an instant to come", expiresAt.get().toString());
                    }
                    var issued = issue(id, name.strip(), expiresAt);
                    audit.record(
                            Draft.of(
                                    Actor.of(viewer),
                                    Action.KEY_ISSUED,
                                    Names.of(id),
                                    described(issued.key())));
                    return Outcome.done(issued);
                });
    }

    /// Issues a key to take the place of one, which stays good for a while.
    ///
    /// @param overlap how long the old key stays good, at most until its own expiry; zero for not
    ///   at all
    @Transactional
    public Outcome<Issued> rotate(
            Viewer viewer,
            Principal.ServiceUser id,
            KeyId key,
            Duration overlap,
            Optional<Instant> expiresAt) {
        return forOne(
                viewer,
                id,
                _ ->
                        withKey(
                                id,
                                key,
                                old -> {
                                    var now = clock.instant();
                                    if (old.status(now) != ServiceKey.Status.ACTIVE) {
                                        return new Outcome.Conflict<>(
                                                "This key is not good any more; issue another one");
                                    }
                                    if (overlap.isNegative()
                                            || overlap.compareTo(Duration.ofDays(90)) > 0) {
                                        return new Outcome.Invalid<>(
                                                "overlap",
                                                "at most 90 days, such as PT24H",
                                                overlap.toString());
                                    }
                                    if (expiresAt.filter(at -> !at.isAfter(now)).isPresent()) {
                                        return new Outcome.Invalid<>(
                                                "expiresAt",
                                                "an instant to come",
                                                expiresAt.get().toString());
                                    }
                                    var until = now.plus(overlap);
                                    if (old.expiresAt()
                                            .filter(at -> at.isBefore(until))
                                            .isEmpty()) {
                                        serviceUsers.expire(key, until);
                                    }
                                    var issued = issue(id, old.name(), expiresAt);
                                    audit.record(
                                            new Draft(
                                                    Actor.of(viewer),
                                                    Action.KEY_ROTATED,
                                                    Names.of(id),
                                                    described(old),
                                                    described(issued.key())));
                                    return Outcome.done(issued);
                                }));
    }

    /// From the next request on the key is worth nothing. Those who manage service users may always
    /// do this: a leaked key must not wait for somebody who holds more.
    @Transactional
    public Outcome<ServiceKey> revoke(Viewer viewer, Principal.ServiceUser id, KeyId key) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_SERVICE_USERS)) {
            return new Outcome.Forbidden<>();
        }
        return withKey(
                id,
                key,
                known -> {
                    if (known.revokedAt().isPresent()) {
                        return new Outcome.Conflict<>("This key was revoked before");
                    }
                    serviceUsers.revoke(key, clock.instant());
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.KEY_REVOKED,
                                    Names.of(id),
                                    described(known),
                                    Map.of()));
                    return Outcome.done(known);
                });
    }

    private Issued issue(Principal.ServiceUser id, String name, Optional<Instant> expiresAt) {
        var secret = secrets.newKey();
        var key =
                serviceUsers.add(
                        id,
                        name,
                        secrets.digestOf(secret),
                        secrets.prefixOf(secret),
                        expiresAt,
                        clock.instant());
        return new Issued(key, secret);
    }

    /// Whoever changes a service user or gets a key of one could act as it, so must hold all that
    /// it holds.
    private <T> Outcome<T> forOne(
            Viewer viewer, Principal.ServiceUser id, Function<ServiceUser, Outcome<T>> change) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_SERVICE_USERS)) {
            return new Outcome.Forbidden<>();
        }
        roles.lockMembership();
        var user = serviceUsers.find(id);
        if (user.isEmpty()) {
            return unknown(id);
        }
        return viewer.mayGive(grantsOf(id)) ? change.apply(user.get()) : new Outcome.Forbidden<>();
    }

    private <T> Outcome<T> withKey(
            Principal.ServiceUser id, KeyId key, Function<ServiceKey, Outcome<T>> change) {
        return serviceUsers.keys(id).stream()
                .filter(known -> known.id().equals(key))
                .findFirst()
                .map(change)
                .orElseGet(() -> new Outcome.Unknown<>("key " + key.value()));
    }

    private Set<Grant> grantsOf(Principal.ServiceUser id) {
        return roles.assignments().stream()
                .filter(assignment -> assignment.to().equals(id))
                .flatMap(assignment ->
                        catalog.find(assignment.role()).stream()
                                .flatMap(role -> role.in(assignment.scope()).stream()))
                .collect(Collectors.toSet());
    }

    private static boolean maySee(Viewer viewer) {
        return viewer.visibility(Subject.SERVICE_USERS) instanceof Visibility.Everything;
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static <T> Outcome<T> badName(String name) {
        return new Outcome.Invalid<>("name", "a name of at most 200 characters", name);
    }

    private static <T> Outcome<T> nameTaken(String name) {
        return new Outcome.Conflict<>("There is a service user '" + name + "' already");
    }

    private static <T> Outcome<T> unknown(Principal.ServiceUser id) {
        return new Outcome.Unknown<>("service user " + id.id());
    }

    private static Map<String, String> described(ServiceUser user) {
        var described = new TreeMap<String, String>();
        described.put("name", user.name());
        described.put("enabled", Boolean.toString(user.enabled()));
        user.expiresAt().ifPresent(at -> described.put("expiresAt", at.toString()));
        return described;
    }

    private static Map<String, String> described(ServiceKey key) {
        var described = new TreeMap<String, String>();
        described.put("key", Long.toString(key.id().value()));
        described.put("name", key.name());
        described.put("prefix", key.prefix());
        key.expiresAt().ifPresent(at -> described.put("expiresAt", at.toString()));
        return described;
    }
}
