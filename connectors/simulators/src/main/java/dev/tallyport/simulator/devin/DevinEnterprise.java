package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A made-up enterprise: who is in it and who used what. The same seed, instant and sizes give the
/// same enterprise; a later instant of the same cycle only adds days. Safe for threads.
public final class DevinEnterprise {

    private final Instant asOf;
    private final List<Days> cycles;
    private final LocalDate contractChange;
    private final List<Organization> organizations;
    private final List<Person> people;
    private final List<ServiceUser> serviceUsers;
    private final Map<String, Standing> standings;
    private final UsageBook book;
    private final SessionBook work;
    private final Set<Permission> permissions = EnumSet.allOf(Permission.class);
    private AcuLimits limits;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    DevinEnterprise(
            Instant asOf,
            List<Days> cycles,
            LocalDate contractChange,
            List<Organization> organizations,
            List<Person> people,
            List<ServiceUser> serviceUsers,
            Map<String, Standing> standings,
            UsageBook book,
            SessionBook work,
            AcuLimits limits) {
        this.asOf = asOf;
        this.cycles = List.copyOf(cycles);
        this.contractChange = contractChange;
        this.organizations = List.copyOf(organizations);
        this.people = List.copyOf(people);
        this.serviceUsers = List.copyOf(serviceUsers);
        this.standings = new HashMap<>(standings);
        this.book = book;
        this.work = work;
        this.limits = limits;
    }

    /// Makes one up. There is no usage after the billing day that contains `asOf`.
    public static DevinEnterprise generate(long seed, Instant asOf, Sizes sizes) {
        return new Generator(seed, asOf, sizes).enterprise();
    }

    public Instant asOf() {
        return asOf;
    }

    /// Oldest first; the last one contains `asOf`.
    public List<Days> cycles() {
        return cycles;
    }

    public Days currentCycle() {
        return cycles.getLast();
    }

    /// All days of all cycles.
    public Days history() {
        return new Days(cycles.getFirst().from(), cycles.getLast().until());
    }

    /// Before this day cascade and terminal usage is tied to no organization.
    public LocalDate contractChange() {
        return contractChange;
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public Optional<Organization> organization(String id) {
        return organizations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Everybody there ever was, whatever the standing.
    public List<Person> people() {
        return people;
    }

    public List<Person> people(Standing standing) {
        return consistently(
                () -> people.stream().filter(each -> standing(each.id()) == standing).toList());
    }

    /// Somebody who is answered by id.
    public Optional<Person> person(String id) {
        return consistently(() ->
                people.stream().filter(each -> each.id().equals(id) && isAnswered(id)).findFirst());
    }

    /// Those that are listed, with the deleted ones or without.
    public List<ServiceUser> serviceUsers(boolean deletedToo) {
        return consistently(() ->
                serviceUsers.stream()
                        .filter(each -> standing(each.id()) == Standing.MEMBER)
                        .filter(each -> deletedToo || each.deleted() == null)
                        .toList());
    }

    /// A service user that is answered by id.
    public Optional<ServiceUser> serviceUser(String id) {
        return consistently(() ->
                serviceUsers.stream()
                        .filter(each -> each.id().equals(id) && isAnswered(id))
                        .findFirst());
    }

    /// Of a person or service user.
    public Standing standing(String user) {
        return consistently(() -> standings.getOrDefault(user, Standing.PURGED));
    }

    public boolean isAnswered(String user) {
        return standing(user) != Standing.PURGED;
    }

    /// The days with usage only.
    public NavigableMap<LocalDate, DayUsage> series(Scope scope, Days days) {
        return consistently(() -> book.series(scope, days));
    }

    /// The joint truth.
    public Map<UsageKey, BigDecimal> truth(Days days) {
        return consistently(() -> book.truth(days));
    }

    public BigDecimal total(Days days) {
        return total(Scope.ENTERPRISE, days);
    }

    public BigDecimal total(Scope scope, Days days) {
        return series(scope, days).values().stream()
                .map(DayUsage::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    /// The usage of nobody who is answered by id, as a key without a user.
    public Map<UsageKey, BigDecimal> residual(Days days) {
        return residual(days, this::isAnswered);
    }

    /// The usage of everybody but the users that are known, as a key without a user.
    public Map<UsageKey, BigDecimal> residual(Days days, Predicate<String> known) {
        var residual = new HashMap<UsageKey, BigDecimal>();
        truth(days)
                .forEach((key, quantity) -> {
                    if (key.user() == null || !known.test(key.user())) {
                        residual.merge(
                                new UsageKey(key.day(), null, key.organization(), key.product()),
                                quantity,
                                BigDecimal::add);
                    }
                });
        residual.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        return residual;
    }

    /// Sets one joint figure; zero takes it away.
    public void restate(
            LocalDate day,
            @Nullable String user,
            @Nullable String organization,
            String product,
            BigDecimal quantity) {
        if (user != null) {
            requireKnown(user);
        }
        if (organization != null && organization(organization).isEmpty()) {
            throw new IllegalArgumentException("no organization is '" + organization + "'");
        }
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("expected no negative quantity: " + quantity);
        }
        exclusively(() -> book.set(new UsageKey(day, user, organization, product), quantity));
    }

    /// The newest first. As made up, the ACUs that somebody's sessions consumed in an organization
    /// on a day are exactly their `devin` usage there; what is restated or put later is not.
    public List<Session> sessions() {
        return consistently(work::sessions);
    }

    public Optional<Session> session(String id) {
        return consistently(() -> work.session(id));
    }

    /// Adds a session, or replaces the one with this id.
    public void put(Session session) {
        exclusively(() -> work.put(session));
    }

    /// The newest first.
    public List<Search> searches() {
        return consistently(work::searches);
    }

    public AcuLimits limits() {
        return consistently(() -> limits);
    }

    public void limit(AcuLimits others) {
        exclusively(() -> limits = others);
    }

    /// The newest first.
    public List<AuditEvent> auditEvents() {
        return AuditTrail.of(this);
    }

    /// Of the identity provider.
    public List<Group> groups() {
        return Membership.groups(this);
    }

    /// Those of the identity provider's groups that somebody is in.
    public List<Group> groupsOf(Person person) {
        return Membership.groupsOf(this, person);
    }

    /// Each person has one role in the enterprise and one in each organization.
    public List<RoleAssignment> rolesOf(Person person) {
        return Membership.rolesOf(person);
    }

    /// Takes a permission from the key.
    public void revoke(Permission permission) {
        exclusively(() -> permissions.remove(permission));
    }

    public void grant(Permission permission) {
        exclusively(() -> permissions.add(permission));
    }

    boolean permits(Permission permission) {
        return consistently(() -> permissions.contains(permission));
    }

    /// Takes a person or service user off the lists; the id is still answered.
    public void hide(String user) {
        change(user, Standing.FORMER);
    }

    /// Takes a person or service user off the lists and answers the id no more.
    public void purge(String user) {
        change(user, Standing.PURGED);
    }

    /// Nothing changes while the question is answered.
    <T> T consistently(Supplier<T> question) {
        return holding(lock.readLock(), question);
    }

    private void change(String user, Standing standing) {
        requireKnown(user);
        exclusively(() -> standings.put(user, standing));
    }

    private void requireKnown(String user) {
        if (!consistently(() -> standings.containsKey(user))) {
            throw new IllegalArgumentException("no person or service user is '" + user + "'");
        }
    }

    private void exclusively(Runnable change) {
        holding(
                lock.writeLock(),
                () -> {
                    change.run();
                    return true;
                });
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
