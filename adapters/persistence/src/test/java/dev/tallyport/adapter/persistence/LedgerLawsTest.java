package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.reporting.UsageReports.Division;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.UsageReports.Times;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Aggregation;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.DailyUsage;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Random histories of batches, in PostgreSQL and in a naive model: both must say the same, now and
/// as known at every earlier instant.
final class LedgerLawsTest {

    private static final Unit ACU = new Unit("ACU");
    private static final String CUT = "daily";
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final int DAYS = 5;
    private static final Instant BEGAN = Instant.parse("2026-04-01T00:00:00Z");

    /// @param facts by day, group and amount
    /// @param only the user that the coverage is restricted to
    record Load(
            Origin origin,
            List<Fact> facts,
            int coveredFrom,
            int coveredDays,
            Optional<String> only) {

        List<Coverage> coverage() {
            if (coveredDays == 0) {
                return List.of();
            }
            return List.of(
                    new Coverage(
                            CUT,
                            startOf(FIRST.plusDays(coveredFrom)),
                            startOf(FIRST.plusDays(coveredFrom + coveredDays)),
                            only.map(user ->
                                            Map.of(
                                                    dev.tallyport.connector.spi.Dimension.USER,
                                                    Set.of(user)))
                                    .orElseGet(Map::of)));
        }
    }

    /// What is current, by origin and key.
    private static final class Model {

        private final Map<String, Fact> stated = new HashMap<>();
        private final Map<String, Fact> residual = new HashMap<>();

        void take(Load load) {
            var current = load.origin() == Origin.STATED ? stated : residual;
            var keys = load.facts().stream().map(Fact::key).collect(Collectors.toSet());
            for (var coverage : load.coverage()) {
                current.values()
                        .removeIf(fact ->
                                !keys.contains(fact.key())
                                        && !fact.start().isBefore(coverage.start())
                                        && fact.start().isBefore(coverage.end())
                                        && load.only()
                                                .map(user ->
                                                        fact.group()
                                                                .value(Dimension.USER)
                                                                .equals(Optional.of(user)))
                                                .orElse(true));
            }
            load.facts().forEach(fact -> current.put(fact.key(), fact));
        }

        List<DailyUsage> usage() {
            var usage = new ArrayList<DailyUsage>();
            for (var facts : List.of(stated, residual)) {
                facts.values()
                        .forEach(fact ->
                                usage.add(
                                        new DailyUsage(fact.day(), fact.group(), fact.quantity())));
            }
            return usage;
        }
    }

    private static final BillingCalendar MONTHS = BillingCalendar.of(ZoneOffset.UTC, List.of());

    private static final List<Dimension> STATED =
            Stream.of(Dimension.values()).filter(Dimension::isStated).toList();

    @Property(tries = 60)
    void theLedgerSaysWhatANaiveModelSaysNowAndAsKnownAtEveryEarlierInstant(
            @ForAll("histories") List<Load> history, @ForAll("groupings") Grouping grouping) {
        try (var database = LedgerDatabase.open()) {
            var model = new Model();
            var known = new TreeMap<Instant, List<DailyUsage>>();
            known.put(BEGAN, List.of());
            for (var load : history) {
                var at = known.lastKey().plusSeconds(60);
                database.ledger.merge(
                        database.source, load.origin(), at, load.facts(), load.coverage(), false);
                model.take(load);
                known.put(at, model.usage());
            }

            assertThat(sums(database, grouping, Optional.empty()))
                    .isEqualTo(expected(model.usage(), grouping));
            known.forEach((instant, usage) ->
                    assertThat(sums(database, grouping, Optional.of(instant.plusSeconds(1))))
                            .as("as known on %s", instant)
                            .isEqualTo(expected(usage, grouping)));
            assertThat(database.count("fact_staging")).isZero();
        }
    }

    @Property(tries = 40)
    void deliveringABatchAgainWritesNothing(@ForAll("histories") List<Load> history) {
        try (var database = LedgerDatabase.open()) {
            for (var load : history) {
                var at = BEGAN.plusSeconds(60);
                database.ledger.merge(
                        database.source, load.origin(), at, load.facts(), load.coverage(), false);
                var facts = database.count("fact");
                var versions = database.count("ledger_version");

                var again =
                        database.ledger.merge(
                                database.source,
                                load.origin(),
                                at,
                                load.facts(),
                                load.coverage(),
                                false);

                assertThat(again).isEqualTo(Changes.NONE);
                assertThat(database.count("fact")).isEqualTo(facts);
                assertThat(database.count("ledger_version")).isEqualTo(versions);
            }
        }
    }

    @Property(tries = 40)
    void aWindowThatIsHandedOverInSeveralMergesIsTheSameAsInOne(
            @ForAll("histories") List<Load> history, @ForAll @IntRange(min = 1, max = 5) int size) {
        try (var database = LedgerDatabase.open()) {
            var model = new Model();
            for (var load : history) {
                var parts = new ArrayList<List<Fact>>();
                for (int from = 0; from < load.facts().size(); from += size) {
                    var end = Math.min(from + size, load.facts().size());
                    parts.add(load.facts().subList(from, end));
                }
                for (var part : parts) {
                    database.ledger.merge(
                            database.source, load.origin(), BEGAN, part, List.of(), true);
                }
                database.ledger.merge(
                        database.source, load.origin(), BEGAN, List.of(), load.coverage(), false);
                model.take(load);
            }

            var everything = new Grouping(Optional.of(Bucket.DAY), Set.copyOf(STATED));
            assertThat(sums(database, everything, Optional.empty()))
                    .isEqualTo(expected(model.usage(), everything));
        }
    }

    @Property(tries = 10)
    void whatAKilledReadLeftToBeContinuedIsForgottenByTheNextOne(
            @ForAll("histories") List<Load> history) {
        try (var database = LedgerDatabase.open()) {
            for (var load : history) {
                database.ledger.merge(
                        database.source, load.origin(), BEGAN, load.facts(), List.of(), true);
            }

            database.ledger.beginAnew(database.source);

            assertThat(database.count("fact_staging")).isZero();
        }
    }

    @Property(tries = 40)
    void filtersKeepAndLeaveOutWhatTheyName(
            @ForAll("histories") List<Load> history, @ForAll("filters") Filter filter) {
        try (var database = LedgerDatabase.open()) {
            var model = new Model();
            for (var load : history) {
                database.ledger.merge(
                        database.source,
                        load.origin(),
                        BEGAN,
                        load.facts(),
                        load.coverage(),
                        false);
                model.take(load);
            }
            var selection =
                    new Selection(
                            database.source, CUT, new Window.Days(all()), new Rows.All(), filter);

            var sum = database.held(Optional.empty()).sums(selection, Division.WHOLE);

            var kept =
                    model.usage().stream()
                            .filter(usage -> passes(filter, usage.group()))
                            .map(usage -> usage.quantity().amount())
                            .reduce(BigDecimal::add);
            assertThat(sum.stream().map(one -> one.quantity().amount()).findFirst())
                    .isEqualTo(kept.map(BigDecimal::stripTrailingZeros));
        }
    }

    @Property(tries = 60)
    void onlyRowsThatMayBeSeenAreAddedUpNowAndAsKnownBefore(
            @ForAll("histories") List<Load> history,
            @ForAll("filters") Filter filter,
            @ForAll("visibleRows") Rows rows,
            @ForAll("groupings") Grouping grouping) {
        try (var database = LedgerDatabase.open()) {
            var model = new Model();
            for (var load : history) {
                database.ledger.merge(
                        database.source,
                        load.origin(),
                        BEGAN,
                        load.facts(),
                        load.coverage(),
                        false);
                model.take(load);
            }
            var selection =
                    new Selection(database.source, CUT, new Window.Days(all()), rows, filter);

            var sums =
                    Stream.of(Optional.<Instant>empty(), Optional.of(BEGAN))
                            .map(then -> sums(database, selection, grouping, then))
                            .toList();

            var seen =
                    model.usage().stream()
                            .filter(usage -> passes(filter, usage.group()))
                            .filter(usage -> isSeen(rows, usage.group()))
                            .toList();
            assertThat(sums).containsOnly(expected(seen, grouping));
        }
    }

    private static boolean isSeen(Rows rows, Group group) {
        return rows.contain(group.value(Dimension.USER), group.value(Dimension.ORGANIZATION));
    }

    private static boolean passes(Filter filter, Group group) {
        return filter.only().entrySet().stream()
                        .allMatch(only ->
                                group.value(only.getKey())
                                        .filter(only.getValue()::contains)
                                        .isPresent())
                && filter.except().entrySet().stream()
                        .noneMatch(except ->
                                group.value(except.getKey())
                                        .filter(except.getValue()::contains)
                                        .isPresent());
    }

    private static DateRange all() {
        return DateRange.of(FIRST, FIRST.plusDays(DAYS));
    }

    private static Map<List<Object>, BigDecimal> sums(
            LedgerDatabase database, Grouping grouping, Optional<Instant> asKnownOn) {
        return sums(database, database.selection(CUT, all()), grouping, asKnownOn);
    }

    private static Map<List<Object>, BigDecimal> sums(
            LedgerDatabase database,
            Selection selection,
            Grouping grouping,
            Optional<Instant> asKnownOn) {
        var division = new Division(times(grouping.bucket()), grouping.dimensions());
        var sums = new HashMap<List<Object>, BigDecimal>();
        for (var sum : database.held(asKnownOn).sums(selection, division)) {
            sums.put(
                    List.of(sum.slot().map(slot -> ((Slot.Days) slot).days()), sum.group()),
                    sum.quantity().amount());
        }
        return sums;
    }

    private static Times times(Optional<Bucket> bucket) {
        if (bucket.isEmpty()) {
            return new Times.Whole();
        }
        if (bucket.get() == Bucket.DAY) {
            return new Times.EachDay();
        }
        var slots = new TreeMap<LocalDate, Slot.Days>();
        all().days()
                .map(day -> bucket.get().containing(day, MONTHS))
                .forEach(days -> slots.put(days.start(), new Slot.Days(days)));
        return new Times.OfDays(slots);
    }

    private static Map<List<Object>, BigDecimal> expected(
            List<DailyUsage> usage, Grouping grouping) {
        var sums = new HashMap<List<Object>, BigDecimal>();
        new Aggregation(grouping.dimensions(), grouping.bucket(), MONTHS)
                .sum(usage.stream())
                .forEach((cell, quantity) ->
                        sums.put(
                                List.of(cell.days(), cell.group()),
                                quantity.amount().stripTrailingZeros()));
        return sums;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.ofHours(-8)).toInstant();
    }

    private static Fact fact(Origin origin, int day, Group group, BigDecimal amount) {
        var label = FIRST.plusDays(day);
        return new Fact(
                CUT,
                origin + "/" + label + "/" + group,
                label,
                startOf(label),
                startOf(label.plusDays(1)),
                group,
                new Quantity(amount, ACU));
    }

    @Provide
    Arbitrary<List<Load>> histories() {
        var origins =
                Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(4, Origin.STATED),
                        net.jqwik.api.Tuple.of(1, Origin.RESIDUAL));
        var loads =
                origins.flatMap(origin ->
                        Combinators.combine(
                                        facts(origin).list().ofMaxSize(12),
                                        Arbitraries.integers().between(0, DAYS - 1),
                                        Arbitraries.integers().between(0, DAYS),
                                        Arbitraries.of("u1", "u2").optional())
                                .as((facts, from, days, only) ->
                                        new Load(
                                                origin,
                                                distinct(facts),
                                                from,
                                                days,
                                                origin == Origin.RESIDUAL
                                                        ? Optional.empty()
                                                        : only)));
        return loads.list().ofMinSize(1).ofMaxSize(6);
    }

    private static List<Fact> distinct(List<Fact> facts) {
        var byKey = new HashMap<String, Fact>();
        facts.forEach(fact -> byKey.put(fact.key(), fact));
        return List.copyOf(byKey.values());
    }

    private static Arbitrary<Fact> facts(Origin origin) {
        var amounts =
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-5"), new BigDecimal("99999999"))
                        .ofScale(3);
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1), groups(origin), amounts)
                .as((day, group, amount) -> fact(origin, day, group, amount));
    }

    private static Arbitrary<Group> groups(Origin origin) {
        var users =
                origin == Origin.RESIDUAL
                        ? Arbitraries.just(Optional.<String>empty())
                        : Arbitraries.of("u1", "u2", "u|3\\\t'").optional();
        return Combinators.combine(
                        users,
                        Arbitraries.of("o1", "o2").optional(),
                        Arbitraries.of("devin", "cascade").optional(),
                        Arbitraries.of("m1", "m2").optional(),
                        Arbitraries.of("a1", "a\n2").optional())
                .as((user, organization, product, model, activity) -> {
                    var values = new EnumMap<Dimension, String>(Dimension.class);
                    user.ifPresent(id -> values.put(Dimension.USER, id));
                    organization.ifPresent(id -> values.put(Dimension.ORGANIZATION, id));
                    product.ifPresent(id -> values.put(Dimension.PRODUCT, id));
                    model.ifPresent(id -> values.put(Dimension.MODEL, id));
                    activity.ifPresent(id -> values.put(Dimension.ACTIVITY, id));
                    return new Group(values);
                });
    }

    @Provide
    Arbitrary<Grouping> groupings() {
        return Combinators.combine(
                        Arbitraries.of(Bucket.DAY, Bucket.WEEK, Bucket.MONTH).optional(),
                        Arbitraries.of(STATED).set())
                .as(Grouping::new);
    }

    @Provide
    Arbitrary<Filter> filters() {
        var values =
                Arbitraries.maps(
                        Arbitraries.of(STATED),
                        Arbitraries.of("u1", "o1", "devin", "cascade", "m1", "a1", "nobody").set());
        return Combinators.combine(values, values).as(Filter::new);
    }

    @Provide
    Arbitrary<Rows> visibleRows() {
        var users = Arbitraries.of("u1", "u|3\\\t'", "nobody").set();
        var organizations = Arbitraries.of("o1", "o2", "none").set();
        return Combinators.combine(organizations, users, users, organizations).as(Rows.Some::new);
    }
}
