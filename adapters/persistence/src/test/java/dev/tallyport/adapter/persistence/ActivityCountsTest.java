package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.activity.ActiveLeast;
import dev.tallyport.application.activity.ActivityCounts.Scope;
import dev.tallyport.application.activity.ActivityCounts.Selection;
import dev.tallyport.application.activity.ActivityCounts.SessionGroup;
import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.CountedPeriod;
import dev.tallyport.application.activity.Tally;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/// Random activities of two sources, counted in PostgreSQL and naively: both must say the same.
final class ActivityCountsTest {

    private static final Instant FIRST = Instant.parse("2026-02-25T00:00:00Z");
    private static final int HOURS = 24 * 14;

    /// Who the users are: Ann is two users of one source and one of the other, through merges; the
    /// program is nobody, and whoever is linked to nobody is somebody of their own.
    private static final Map<String, String> PEOPLE =
            Map.of(
                    "0/ann",
                    "ann",
                    "0/ann-too",
                    "ann",
                    "1/ann",
                    "ann",
                    "0/bob",
                    "bob",
                    "1/bob",
                    "another bob");

    /// An activity of the first or the second source.
    record Did(int source, Activity activity) {

        Optional<String> person() {
            return activity.user()
                    .flatMap(user -> Optional.ofNullable(PEOPLE.get(source + "/" + user)));
        }

        boolean is(Kind kind) {
            return activity.kind() == kind;
        }

        Optional<String> word(String attribute) {
            return activity.attributes().getOrDefault(attribute, List.of()).stream().findFirst();
        }
    }

    /// What is asked, in hours since the first.
    record Asked(int from, int to, List<Rows> rows, ActivityFilter filter) {

        Asked withPlaybooks(Set<String> playbooks) {
            var narrowed =
                    new ActivityFilter(filter.whose(), filter.statuses(), Optional.of(playbooks));
            return new Asked(from, to, rows, narrowed);
        }

        Instant start() {
            return FIRST.plus(Duration.ofHours(from));
        }

        Instant end() {
            return FIRST.plus(Duration.ofHours(to));
        }

        boolean counts(Did did) {
            return isInTime(did)
                    && rows.get(did.source())
                            .contain(did.activity().user(), did.activity().organization())
                    && filter.whose().keeps(Dimension.USER, did.activity().user())
                    && filter.whose().keeps(Dimension.ORGANIZATION, did.activity().organization());
        }

        boolean isInTime(Did did) {
            return !did.activity().start().isBefore(start())
                    && did.activity().start().isBefore(end());
        }
    }

    /// The database with what was done.
    private static final class World implements AutoCloseable {

        private final LedgerDatabase database = LedgerDatabase.open();
        private final List<SourceId> sources = List.of(database.source, database.source("beta"));
        private final Collection<Did> done;
        private final PostgresActivityCounts counts =
                new PostgresActivityCounts(
                        database.database, new ActivityConditions(database.keys));

        World(List<Did> done) {
            var latest = new LinkedHashMap<List<Object>, Did>();
            done.forEach(one ->
                    latest.put(
                            List.of(one.source(), one.activity().kind(), one.activity().id()),
                            one));
            this.done = latest.values();
            var activities = new PostgresActivities(database.database, database.keys);
            done.forEach(
                    one -> activities.record(sources.get(one.source()), List.of(one.activity())));
            database.database.update(
                    "update vendor_user set service_user = true where external_id = 'program'");
            var ann = person(null);
            var annToo = person(ann);
            link(ann, 0, "ann");
            link(annToo, 0, "ann-too");
            link(person(annToo), 1, "ann");
        }

        private long person(@Nullable Long mergedInto) {
            return database.database
                    .query(
                            "insert into person (name, merged_into, created_at)"
                                    + " values ('Ann', ?, ?) returning id",
                            row -> row.getLong(1),
                            mergedInto,
                            FIRST)
                    .getFirst();
        }

        private void link(long person, int source, String user) {
            database.database.update(
                    "insert into person_link (person_id, vendor_user_id, how, linked_at, linked_by)"
                            + " select ?, id, 'ADMIN', ?, 'a test' from vendor_user"
                            + " where source_id = ? and external_id = ?",
                    person,
                    FIRST,
                    sources.get(source).value(),
                    user);
        }

        Scope scope(Asked asked) {
            return new Scope(
                    List.of(
                            new Selection(sources.get(0), asked.rows().get(0), asked.filter()),
                            new Selection(sources.get(1), asked.rows().get(1), asked.filter())),
                    asked.start(),
                    asked.end());
        }

        Stream<Did> done(Predicate<Did> which) {
            return done.stream().filter(which);
        }

        boolean isAnyOf(Did session, Predicate<Did> which) {
            return done.stream()
                    .filter(which)
                    .anyMatch(one ->
                            one.source() == session.source()
                                    && one.activity()
                                            .parent()
                                            .equals(Optional.of(session.activity().id())));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @Property(tries = 60)
    void everyCountIsThatOfANaiveModel(
            @ForAll("histories") List<Did> done, @ForAll("questions") Asked asked) {
        try (var world = new World(done)) {
            var scope = world.scope(asked);

            assertThat(world.counts.count(scope, Kind.SESSION))
                    .isEqualTo(
                            world.done(asked::counts).filter(one -> one.is(Kind.SESSION)).count());
            assertThat(world.counts.count(scope, Kind.SEARCH))
                    .isEqualTo(
                            world.done(asked::counts).filter(one -> one.is(Kind.SEARCH)).count());
            assertThat(world.counts.pullRequests(scope))
                    .isEqualTo(
                            world.done(asked::counts)
                                    .filter(one -> one.is(Kind.PULL_REQUEST))
                                    .collect(
                                            Collectors.groupingBy(
                                                    one -> one.word("state"),
                                                    Collectors.counting())));
            assertThat(world.counts.sessions(scope))
                    .map(ActivityCountsTest::stripped)
                    .containsExactlyInAnyOrderElementsOf(groups(world, asked));
        }
    }

    @Example
    void whoeverIsSeveralUsersCountsOnceAndAProgramNever() {
        var done =
                List.of(
                        search(0, 1, "ann"),
                        search(0, 2, "ann-too"),
                        search(1, 3, "ann"),
                        search(0, 4, "bob"),
                        search(1, 5, "bob"),
                        search(0, 6, "program"));
        var everything =
                new Asked(0, HOURS, List.of(new Rows.All(), new Rows.All()), ActivityFilter.ALL);

        try (var world = new World(done)) {
            assertThat(world.counts.active(world.scope(everything), ActiveLeast.ANYTHING))
                    .isEqualTo(3);
            assertThat(world.counts.active(world.scope(everything), new ActiveLeast(1, 3)))
                    .isEqualTo(1);
        }
    }

    private static Did search(int source, int id, String user) {
        return did(
                source,
                Kind.SEARCH,
                id,
                1,
                Optional.of(user),
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(7, Optional.empty()));
    }

    @Property(tries = 100)
    void everyPersonCountsOnceInThePeriodsInWhichTheyDidEnough(
            @ForAll("histories") List<Did> done,
            @ForAll("questions") Asked asked,
            @ForAll("least") ActiveLeast least,
            @ForAll CountedPeriod period) {
        try (var world = new World(done)) {
            var scope = world.scope(asked);

            assertThat(world.counts.active(scope, least))
                    .isEqualTo(active(world.done(asked::counts).toList(), least));
            var expected = new HashMap<Instant, Long>();
            world.done(asked::counts)
                    .collect(Collectors.groupingBy(one -> period.startOf(one.activity().start())))
                    .forEach((start, some) -> expected.put(start, active(some, least)));
            expected.values().removeIf(people -> people == 0);
            assertThat(world.counts.active(scope, least, period)).isEqualTo(expected);
        }
    }

    @Property(tries = 40)
    void playbooksAreThoseOfSessionsAlsoForPullRequests(
            @ForAll("histories") List<Did> done, @ForAll("questions") Asked asked) {
        try (var world = new World(done)) {
            var narrowed = world.scope(asked.withPlaybooks(Set.of("p1")));
            Predicate<Did> follows =
                    one ->
                            one.is(Kind.SESSION)
                                    && one.word("playbook-id").equals(Optional.of("p1"));
            Predicate<Did> isOfOne =
                    one ->
                            world.done(follows)
                                    .filter(asked::isInTime)
                                    .anyMatch(session ->
                                            session.source() == one.source()
                                                    && one.activity()
                                                            .parent()
                                                            .equals(
                                                                    Optional.of(
                                                                            session.activity()
                                                                                    .id())));

            assertThat(world.counts.count(narrowed, Kind.SESSION))
                    .isEqualTo(world.done(asked::counts).filter(follows).count());
            assertThat(world.counts.count(narrowed, Kind.PULL_REQUEST))
                    .isEqualTo(
                            world.done(asked::counts)
                                    .filter(one -> one.is(Kind.PULL_REQUEST))
                                    .filter(isOfOne)
                                    .count());
        }
    }

    @Property(tries = 20)
    void aSourceTellsTheKindsThatItEverHandedOver(@ForAll("histories") List<Did> done) {
        try (var world = new World(done)) {
            for (int i = 0; i < world.sources.size(); i++) {
                int source = i;

                assertThat(world.counts.kinds(world.sources.get(i)))
                        .isEqualTo(
                                done.stream()
                                        .filter(one -> one.source() == source)
                                        .map(one -> one.activity().kind())
                                        .collect(Collectors.toSet()));
                assertThat(world.counts.tellsSessionsOfSearches(world.sources.get(i)))
                        .isEqualTo(
                                world.done(one -> one.source() == source && one.is(Kind.SEARCH))
                                        .anyMatch(one -> one.activity().parent().isPresent()));
            }
        }
    }

    private static List<SessionGroup> groups(World world, Asked asked) {
        var tallies = new HashMap<SessionGroup, Tally>();
        world.done(asked::counts)
                .filter(one -> one.is(Kind.SESSION))
                .forEach(one -> {
                    var acus = Optional.ofNullable(one.activity().figures().get("acus"));
                    var group =
                            new SessionGroup(
                                    one.word("origin"),
                                    one.word("session-size"),
                                    one.word("category"),
                                    one.word("subcategory"),
                                    one.word("playbook-id").isPresent(),
                                    world.isAnyOf(one, other -> other.is(Kind.SEARCH)),
                                    world.isAnyOf(
                                            one,
                                            other ->
                                                    other.is(Kind.PULL_REQUEST)
                                                            && other.word("state")
                                                                    .equals(Optional.of("merged"))),
                                    Tally.NONE);
                    tallies.merge(
                            group,
                            new Tally(1, acus.isPresent() ? 1 : 0, acus.orElse(BigDecimal.ZERO)),
                            (some, more) ->
                                    new Tally(
                                            some.sessions() + more.sessions(),
                                            some.sessionsWithAcus() + more.sessionsWithAcus(),
                                            some.acus().add(more.acus())));
                });
        return tallies.entrySet().stream()
                .map(one -> stripped(withTally(one.getKey(), one.getValue())))
                .toList();
    }

    private static SessionGroup withTally(SessionGroup group, Tally tally) {
        return new SessionGroup(
                group.origin(),
                group.size(),
                group.category(),
                group.subcategory(),
                group.withPlaybook(),
                group.withSearch(),
                group.withMergedPullRequest(),
                tally);
    }

    private static SessionGroup stripped(SessionGroup group) {
        var tally = group.tally();
        return withTally(
                group,
                new Tally(
                        tally.sessions(),
                        tally.sessionsWithAcus(),
                        tally.acus().stripTrailingZeros()));
    }

    private static long active(List<Did> done, ActiveLeast least) {
        return done.stream()
                .filter(one -> one.person().isPresent())
                .collect(Collectors.groupingBy(Did::person))
                .values()
                .stream()
                .filter(some ->
                        some.stream().filter(one -> one.is(Kind.SESSION)).count()
                                        >= least.sessions()
                                || some.stream().filter(one -> one.is(Kind.SEARCH)).count()
                                        >= least.searches())
                .count();
    }

    @Provide
    Arbitrary<List<Did>> histories() {
        var words =
                Combinators.combine(
                                maybe(List.of("slack", "api")),
                                maybe(List.of("s", "m")),
                                maybe(List.of("fixing")),
                                maybe(List.of("bugs")),
                                maybe(List.of("p1", "p2")),
                                maybe(List.of("open", "merged", "closed")),
                                maybe(List.of("0", "1.25", "1000000000000.000001")))
                        .as((origin, size, category, part, playbook, state, acus) ->
                                List.of(origin, size, category, part, playbook, state, acus));
        var done =
                Combinators.combine(
                                Arbitraries.integers().between(0, 1),
                                Arbitraries.of(Kind.SESSION, Kind.SEARCH, Kind.PULL_REQUEST),
                                Arbitraries.integers().between(0, 9),
                                Arbitraries.integers().between(-24, HOURS + 24),
                                maybe(List.of("ann", "ann-too", "bob", "program")),
                                maybe(List.of("org-1", "org-2")),
                                maybe(List.of("0", "1", "2", "3", "4")),
                                words)
                        .as(ActivityCountsTest::did);
        return done.list().ofMaxSize(25);
    }

    private static Did did(
            int source,
            Kind kind,
            int id,
            int hour,
            Optional<String> user,
            Optional<String> organization,
            Optional<String> parent,
            List<Optional<String>> words) {
        var attributes = new HashMap<String, List<String>>();
        var names =
                List.of(
                        "origin",
                        "session-size",
                        "category",
                        "subcategory",
                        "playbook-id",
                        "state");
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            words.get(i).ifPresent(word -> attributes.put(name, List.of(word)));
        }
        var figures = new HashMap<String, BigDecimal>();
        words.getLast().ifPresent(acus -> figures.put("acus", new BigDecimal(acus)));
        return new Did(
                source,
                new Activity(
                        kind,
                        Integer.toString(id),
                        FIRST.plus(Duration.ofHours(hour)),
                        Optional.empty(),
                        user.filter(one -> source == 0 || !one.equals("ann-too")),
                        organization,
                        parent.filter(_ -> kind != Kind.SESSION),
                        Optional.empty(),
                        figures,
                        attributes));
    }

    private static <T> Arbitrary<Optional<T>> maybe(List<T> values) {
        return Arbitraries.of(
                Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                        .toList());
    }

    @Provide
    Arbitrary<Asked> questions() {
        var hours = Arbitraries.integers().between(0, HOURS);
        var filters =
                Combinators.combine(
                                mostlyNone(
                                        List.of(
                                                Set.of("ann"),
                                                Set.of("bob", "zoe"),
                                                Set.<String>of())),
                                mostlyNone(List.of(Set.of("org-1"), Set.of("org-2", "org-9"))))
                        .as(ActivityCountsTest::filter);
        return Combinators.combine(hours, hours, rows(), rows(), filters)
                .as((one, other, first, second, filter) ->
                        new Asked(
                                Math.min(one, other),
                                Math.max(one, other),
                                List.of(first, second),
                                filter));
    }

    private static ActivityFilter filter(
            Optional<Set<String>> users, Optional<Set<String>> organizations) {
        var only = new EnumMap<Dimension, Set<String>>(Dimension.class);
        users.ifPresent(some -> only.put(Dimension.USER, some));
        organizations.ifPresent(some -> only.put(Dimension.ORGANIZATION, some));
        return ActivityFilter.ALL.withWhose(new Filter(only, Map.of()));
    }

    private static <T> Arbitrary<Optional<T>> mostlyNone(List<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Optional.empty())), Tuple.of(1, maybe(values)));
    }

    private static Arbitrary<Rows> rows() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(new Rows.All())),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new Rows.Some(Set.of("org-1"), Set.of(), Set.of(), Set.of()),
                                new Rows.Some(Set.of(), Set.of("ann"), Set.of(), Set.of()),
                                new Rows.Some(Set.of(), Set.of(), Set.of("ann"), Set.of("org-2")),
                                new Rows.Some(
                                        Set.of("org-2"),
                                        Set.of("bob"),
                                        Set.of("ann"),
                                        Set.of("org-1")))));
    }

    @Provide
    Arbitrary<ActiveLeast> least() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 3))
                .as(ActiveLeast::new);
    }
}
