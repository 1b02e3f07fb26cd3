package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Random histories of facts finer than a day: what is kept by slot is what a naive sum says,
/// whenever the ledger was told to keep it, and so is what occurs together.
final class RollUpLawsTest {

    private static final String FINE = "sessions";
    private static final String COARSE = "daily";
    private static final Instant FIRST = Instant.parse("2026-03-28T22:00:00Z");
    private static final Instant RECORDED = Instant.parse("2026-04-01T00:00:00Z");
    private static final int SECONDS = 3 * 3600;
    private static final List<Dimension> STATED =
            List.of(
                    Dimension.USER,
                    Dimension.ORGANIZATION,
                    Dimension.PRODUCT,
                    Dimension.MODEL,
                    Dimension.ACTIVITY);

    /// @param only the product that the coverage is restricted to
    record Load(
            Origin origin,
            List<Fact> facts,
            Optional<Instant> coveredFrom,
            Duration covered,
            Optional<String> only) {

        List<Coverage> coverage() {
            Map<dev.tallyport.connector.spi.Dimension, Set<String>> restricted =
                    only.isPresent()
                            ? Map.of(
                                    dev.tallyport.connector.spi.Dimension.PRODUCT,
                                    Set.of(only.get()))
                            : Map.of();
            return coveredFrom
                    .map(start -> new Coverage(FINE, start, start.plus(covered), restricted))
                    .stream()
                    .toList();
        }

        boolean retracts(Fact fact) {
            return coveredFrom.isPresent()
                    && fact.cut().equals(FINE)
                    && !fact.start().isBefore(coveredFrom.get())
                    && fact.start().isBefore(coveredFrom.get().plus(covered))
                    && (only.isEmpty() || fact.group().value(Dimension.PRODUCT).equals(only));
        }
    }

    /// A row of the roll-up.
    record Row(
            Instant slot, Group group, String unit, boolean residual, BigDecimal sum, long facts) {}

    @Property(tries = 60)
    void whatIsKeptBySlotIsTheNaiveSumOfWhatIsCurrent(
            @ForAll("histories") List<Load> history, @ForAll @IntRange(max = 6) int told) {
        try (var database = LedgerDatabase.open()) {
            var current = new HashMap<List<Object>, Fact>();
            for (int i = 0; i < history.size(); i++) {
                if (i >= told) {
                    database.ledger.keepBySlot(database.source, Set.of(FINE));
                }
                merge(database, history.get(i));
                take(current, history.get(i));
            }
            database.ledger.keepBySlot(database.source, Set.of(FINE));

            var kept = rows(database);

            assertThat(kept).containsExactlyInAnyOrderElementsOf(expected(current));
        }
    }

    @Property(tries = 60)
    void whatOccursTogetherIsHeldAsOftenAsItIsCurrent(@ForAll("histories") List<Load> history) {
        try (var database = LedgerDatabase.open()) {
            var current = new HashMap<List<Object>, Fact>();
            for (var load : history) {
                merge(database, load);
                take(current, load);
            }

            var held = new HashMap<Group, Long>();
            groups(database, "occurrence", row -> row.getLong("facts"))
                    .forEach(one -> held.put(one.group(), one.value()));

            assertThat(held)
                    .isEqualTo(
                            current.values().stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    Fact::group, Collectors.counting())));
        }
    }

    private static void merge(LedgerDatabase database, Load load) {
        database.ledger.merge(
                database.source, load.origin(), RECORDED, load.facts(), load.coverage(), false);
    }

    private static void take(Map<List<Object>, Fact> current, Load load) {
        var stated = new HashSet<List<Object>>();
        load.facts().forEach(fact -> stated.add(keyOf(load.origin(), fact)));
        current.entrySet()
                .removeIf(held ->
                        held.getKey().getFirst() == load.origin()
                                && !stated.contains(held.getKey())
                                && load.retracts(held.getValue()));
        load.facts().forEach(fact -> current.put(keyOf(load.origin(), fact), fact));
    }

    private static List<Object> keyOf(Origin origin, Fact fact) {
        return List.of(origin, fact.cut(), fact.key());
    }

    private static List<Row> expected(Map<List<Object>, Fact> current) {
        var sums = new HashMap<List<Object>, Row>();
        current.forEach((key, fact) -> {
            if (fact.cut().equals(FINE)) {
                var row =
                        new Row(
                                slotOf(fact.start()),
                                fact.group(),
                                fact.quantity().unit().symbol(),
                                key.getFirst() == Origin.RESIDUAL,
                                fact.quantity().amount(),
                                1);
                sums.merge(
                        List.of(row.slot(), row.group(), row.unit(), row.residual()),
                        row,
                        (one, other) ->
                                new Row(
                                        one.slot(),
                                        one.group(),
                                        one.unit(),
                                        one.residual(),
                                        one.sum().add(other.sum()),
                                        one.facts() + other.facts()));
            }
        });
        return sums.values().stream().map(RollUpLawsTest::plain).toList();
    }

    private static Row plain(Row row) {
        return new Row(
                row.slot(),
                row.group(),
                row.unit(),
                row.residual(),
                row.sum().stripTrailingZeros(),
                row.facts());
    }

    private static Instant slotOf(Instant instant) {
        var quarter = Duration.ofMinutes(15).toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), quarter) * quarter);
    }

    private static List<Row> rows(LedgerDatabase database) {
        record Held(Instant slot, String unit, boolean residual, BigDecimal sum, long facts) {}
        return groups(
                        database,
                        "usage_by_slot",
                        row ->
                                new Held(
                                        Columns.instant(row, "slot"),
                                        row.getString("unit"),
                                        row.getBoolean("residual"),
                                        row.getBigDecimal("quantity"),
                                        row.getLong("facts")))
                .stream()
                .map(one ->
                        plain(
                                new Row(
                                        one.value().slot(),
                                        one.group(),
                                        one.value().unit(),
                                        one.value().residual(),
                                        one.value().sum(),
                                        one.value().facts())))
                .toList();
    }

    /// Something about a group.
    private record Of<T>(Group group, T value) {}

    private static <T> List<Of<T>> groups(
            LedgerDatabase database, String table, Database.RowReader<T> reader) {
        record Keyed<T>(long user, long organization, Group names, T value) {}
        var rows =
                database.database.query(
                        "select * from " + table,
                        row -> {
                            var names = new EnumMap<Dimension, String>(Dimension.class);
                            for (var dimension : Columns.NAMED) {
                                var name = row.getString(Columns.columnOf(dimension));
                                if (!name.isEmpty()) {
                                    names.put(dimension, name);
                                }
                            }
                            return new Keyed<T>(
                                    row.getLong("user_key"),
                                    row.getLong("organization_key"),
                                    new Group(names),
                                    reader.read(row));
                        });
        var users = database.keys.ids(Dimension.USER, rows.stream().map(Keyed::user).toList());
        var organizations =
                database.keys.ids(
                        Dimension.ORGANIZATION, rows.stream().map(Keyed::organization).toList());
        var named = new ArrayList<Of<T>>();
        for (var row : rows) {
            var group = row.names();
            if (row.user() != Keys.NONE) {
                group = group.with(Dimension.USER, Objects.requireNonNull(users.get(row.user())));
            }
            if (row.organization() != Keys.NONE) {
                group =
                        group.with(
                                Dimension.ORGANIZATION,
                                Objects.requireNonNull(organizations.get(row.organization())));
            }
            named.add(new Of<>(group, row.value()));
        }
        return named;
    }

    @Provide
    Arbitrary<List<Load>> histories() {
        return Arbitraries.of(Origin.class)
                .flatMap(origin ->
                        Combinators.combine(
                                        facts(origin).list().ofMaxSize(12),
                                        instants().optional(0.7),
                                        Arbitraries.integers().between(1, SECONDS),
                                        Arbitraries.of("devin", "cascade").optional(0.3))
                                .as((facts, from, seconds, only) ->
                                        new Load(
                                                origin,
                                                distinct(facts),
                                                from,
                                                Duration.ofSeconds(seconds),
                                                only)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static List<Fact> distinct(List<Fact> facts) {
        var byKey = new HashMap<String, Fact>();
        facts.forEach(fact -> byKey.put(fact.key(), fact));
        return List.copyOf(byKey.values());
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, SECONDS).map(FIRST::plusSeconds);
    }

    /// Few keys, so that later loads move what earlier ones stated of the same user and
    /// organization to other instants and names.
    private static Arbitrary<Fact> facts(Origin origin) {
        return Combinators.combine(
                        Arbitraries.of(FINE, FINE, FINE, COARSE),
                        Arbitraries.integers().between(1, 2),
                        instants(),
                        groups(),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-5"), new BigDecimal("99999999"))
                                .ofScale(3),
                        Arbitraries.of("USD", "EUR"))
                .as((cut, key, start, group, amount, unit) ->
                        new Fact(
                                cut,
                                String.join(
                                        "/",
                                        origin.name(),
                                        cut,
                                        Integer.toString(key),
                                        group.value(Dimension.USER).orElse(""),
                                        group.value(Dimension.ORGANIZATION).orElse("")),
                                LocalDate.ofInstant(start, ZoneOffset.UTC),
                                start,
                                start.plusSeconds(1),
                                group,
                                new Quantity(amount, new Unit(unit))));
    }

    private static Arbitrary<Group> groups() {
        var values = new ArrayList<Arbitrary<Optional<Map.Entry<Dimension, String>>>>();
        for (var dimension : STATED) {
            values.add(
                    Arbitraries.of("devin", "cascade")
                            .map(value -> Map.entry(dimension, value))
                            .optional());
        }
        return Combinators.combine(values)
                .as(chosen -> {
                    var group = Group.unstated();
                    for (var value : chosen) {
                        if (value.isPresent()) {
                            group = group.with(value.get().getKey(), value.get().getValue());
                        }
                    }
                    return group;
                });
    }
}
