package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads windows whole: the outer series, every user's own series and its parts by organization,
/// and the outer series again.
final class DevinPass {

    /// Facts beyond which a batch is handed over.
    private static final int BATCH = 5_000;

    /// Users that are read side by side before their facts are looked at.
    private static final int CHUNK = 64;

    private final DevinApi api;
    private final int concurrency;
    private final Sink sink;
    private final List<DirectoryEntry> users;
    private final List<String> organizations;
    private final Failures failures;
    private final LocalDate today;
    private boolean complete = true;
    private long done;
    private long expected;

    DevinPass(
            DevinApi api,
            int concurrency,
            List<DirectoryEntry> everybody,
            Sink sink,
            LocalDate today) {
        this.api = api;
        this.concurrency = concurrency;
        this.sink = sink;
        this.users =
                everybody.stream()
                        .filter(entry -> !(entry instanceof DirectoryEntry.Organization))
                        .toList();
        this.organizations =
                everybody.stream()
                        .filter(DirectoryEntry.Organization.class::isInstance)
                        .map(DirectoryEntry::id)
                        .toList();
        this.failures = new Failures(users.size());
        this.today = today;
    }

    /// The outer series: the enterprise's and each organization's.
    ///
    /// @param unknown organizations that the vendor does not know any more
    private record Outer(
            Series enterprise, Map<String, Series> organizations, Set<String> unknown) {

        Set<LocalDate> broken() {
            var broken = undivided();
            broken.addAll(enterprise.broken());
            return broken;
        }

        /// Days of which it cannot be told which organizations have usage.
        Set<LocalDate> undivided() {
            var undivided = new HashSet<LocalDate>();
            organizations.values().forEach(series -> undivided.addAll(series.broken()));
            return undivided;
        }

        List<Reject> rejects() {
            var rejects = new ArrayList<>(enterprise.rejects());
            organizations.values().forEach(series -> rejects.addAll(series.rejects()));
            return rejects;
        }

        /// Whether the vendor stated the same for this day both times.
        boolean agreesWith(Outer other, LocalDate day) {
            return enterprise.on(day).equals(other.enterprise.on(day))
                    && organizations.keySet().equals(other.organizations.keySet())
                    && organizations.entrySet().stream()
                            .allMatch(one ->
                                    one.getValue()
                                            .on(day)
                                            .equals(
                                                    Objects.requireNonNull(
                                                                    other.organizations.get(
                                                                            one.getKey()))
                                                            .on(day)));
        }
    }

    /// Says how many windows will be read.
    void expect(int windows) {
        expected = (long) windows * users.size();
        sink.progress(done, expected);
    }

    /// Whether everything was read and understood so far.
    boolean isComplete() {
        return complete;
    }

    /// What went wrong with some parts, for when all others were read.
    Optional<ConnectorException> failure() {
        return failures.summary();
    }

    /// Hands over what the vendor declares now, so that days of which it says something else than
    /// before become stale.
    void compare(Span history) {
        var facts = new Facts(api.cuts(), history);
        declare(facts, outer(history));
        sink.accept(facts.drain());
    }

    void read(Span window) {
        var before = outer(window);
        var facts = new Facts(api.cuts(), window);
        facts.withhold(before.undivided(), before.rejects());
        var broken = new HashSet<>(before.broken());
        var excess = new HashMap<String, Map<Cell, BigDecimal>>();
        before.organizations().forEach((id, series) -> excess.put(id, series.figures()));
        failures.beginWindow();
        var pending = new ArrayList<UserParts>();
        for (int from = 0; from < users.size(); from += CHUNK) {
            var chunk = users.subList(from, Math.min(from + CHUNK, users.size()));
            for (var parts :
                    Concurrently.map(concurrency, chunk, user -> readUser(user, window, before))) {
                parts.ifPresent(found -> {
                    found.takeFrom(excess);
                    broken.addAll(found.broken());
                    if (found.mayBelongTo(before.organizations()) || found.isUnknownSomewhere()) {
                        pending.add(found);
                    } else {
                        facts.addUser(found);
                    }
                });
            }
            done += chunk.size();
            sink.progress(done, Math.max(done, expected));
            if (facts.size() >= BATCH) {
                sink.accept(facts.drain());
            }
        }
        for (var found :
                Concurrently.map(
                        concurrency, pending, user -> readElsewhere(user, window, excess))) {
            found.ifPresent(user -> {
                user.withhold(excess);
                broken.addAll(user.broken());
                facts.addUser(user);
            });
        }
        var after = outer(window);
        broken.addAll(after.broken());
        declare(facts, after);
        facts.forgetOrganizations(after.unknown());
        facts.addWindowTotals(after.enterprise(), after.organizations());
        var completed = new ArrayList<Completion>();
        if (!failures.anyInWindow()) {
            window.days().filter(day -> !before.agreesWith(after, day)).forEach(broken::add);
            for (var span : window.without(broken)) {
                completed.add(
                        new Completion(
                                api.cuts().joint().id(), span.startInstant(), span.endInstant()));
            }
        }
        // Today's totals move all day long.
        complete =
                complete
                        && !failures.anyInWindow()
                        && broken.stream().noneMatch(day -> day.isBefore(today));
        sink.accept(facts.drain().withCompleted(completed));
    }

    private static void declare(Facts facts, Outer outer) {
        facts.addEnterprise(outer.enterprise());
        outer.organizations().forEach(facts::addOrganization);
    }

    private Outer outer(Span window) {
        var series =
                Concurrently.map(
                        concurrency,
                        organizations,
                        organization -> api.organization(organization, window));
        var found = new TreeMap<String, Series>();
        var unknown = new HashSet<String>();
        for (int i = 0; i < organizations.size(); i++) {
            var organization = organizations.get(i);
            series.get(i)
                    .ifPresentOrElse(
                            one -> found.put(organization, one), () -> unknown.add(organization));
        }
        return new Outer(api.enterprise(window), found, unknown);
    }

    /// A user's own series, and its parts in the organizations where the vendor says to look.
    private Optional<UserParts> readUser(DirectoryEntry user, Span window, Outer outer) {
        return failures.tolerating(() ->
                api.user(user, window)
                        .map(own -> {
                            var parts = new UserParts(user, own);
                            for (var organization : firstOrganizations(user, own)) {
                                var whole = outer.organizations().get(organization);
                                if (whole != null
                                        && Series.overlap(own.figures(), whole.figures())) {
                                    readIn(organization, parts, window);
                                }
                            }
                            return parts;
                        }));
    }

    /// v2 names the organizations of a series; in v3 the memberships of now are a first guess.
    private Set<String> firstOrganizations(DirectoryEntry user, Series own) {
        return own.organizations()
                .orElseGet(() ->
                        switch (user) {
                            case DirectoryEntry.Person person -> person.organizations();
                            case DirectoryEntry.ServiceUser program -> program.organizations();
                            case DirectoryEntry.Organization _ -> Set.of();
                        });
    }

    /// Wherever an organization has usage that nobody known accounts for, on a day and of a product
    /// that this user has usage left of, some of it may be theirs: they left that organization.
    private Optional<UserParts> readElsewhere(
            UserParts user, Span window, Map<String, Map<Cell, BigDecimal>> excess) {
        return failures.tolerating(() -> {
            excess.forEach((organization, beyond) -> {
                if (!user.isReadIn(organization) && Series.overlap(user.remainder(), beyond)) {
                    readIn(organization, user, window);
                }
            });
            return Optional.of(user);
        });
    }

    private void readIn(String organization, UserParts parts, Span window) {
        api.userIn(organization, parts.user(), window)
                .ifPresentOrElse(
                        part -> parts.addPart(organization, part),
                        () -> parts.addUnknown(organization));
    }
}
