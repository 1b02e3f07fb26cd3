package dev.tallyport.adapter.persistence;

import dev.tallyport.adapter.persistence.Database.RowReader;
import dev.tallyport.application.reporting.TooLargeException;
import dev.tallyport.application.reporting.UsageReports.Division;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.UsageReports.Sum;
import dev.tallyport.application.reporting.UsageReports.Times;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Adds up what the ledger holds of one cut of one source: from the roll-ups for now, from the
/// versions of facts for then.
@ApplicationScoped
class Sums {

    /// More than anybody reads, and few enough for memory.
    private static final int MOST = 200_000;

    /// How long a slot of the finer roll-up is, in seconds.
    private static final long QUARTER = 900;

    /// The columns that facts and their finer roll-up have in common; with the one that they are
    /// distributed by, so that a cluster unites them shard by shard.
    private static final String KEPT =
            "shard, user_key, organization_key, product, model, activity, unit, quantity";

    private final Database database;
    private final Keys keys;

    Sums(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// Which of what is held counts.
    ///
    /// @param residuals whether usage of nobody known that only a total accounts for counts as well
    /// @param version the ledger's version to add up; empty for now
    record Scope(Selection selection, boolean residuals, Optional<Long> version) {}

    private record Row(Optional<Slot> slot, Map<Dimension, Object> values, Quantity quantity) {}

    /// @throws TooLargeException when there are more than [#MOST]
    List<Sum> of(Scope scope, Division division) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(division.dimensions());
        var columns = new ArrayList<String>();
        dimensions.forEach(dimension -> columns.add(Columns.columnOf(dimension)));
        columns.add("unit");
        var sql = Sql.of("select ");
        var slot = slotOf(division.times());
        slot.ifPresent(number -> sql.add(number).add(" as slot, "));
        sql.add(String.join(", ", columns))
                .add(", sum(quantity) as quantity from ")
                .add(from(scope, dimensions));
        slot.ifPresent(_ -> columns.add("slot"));
        sql.add(" group by ").add(String.join(", ", columns)).add(" limit " + (MOST + 1));
        var rows = database.query(sql, reader(division.times(), dimensions));
        if (rows.size() > MOST) {
            throw new TooLargeException(
                    "An answer has at most %d rows; ask about less, or tell less apart."
                            .formatted(MOST));
        }
        return named(rows, dimensions);
    }

    /// How a row knows its slot: by its day, or by how many slots have begun by then.
    private static Optional<Sql> slotOf(Times times) {
        return switch (times) {
            case Times.Whole() -> Optional.empty();
            case Times.EachDay() -> Optional.of(Sql.of("day"));
            case Times.OfDays(var slots) ->
                    Optional.of(
                            Sql.of(
                                    "width_bucket(day, ?)",
                                    (Object) slots.keySet().toArray(LocalDate[]::new)));
            case Times.OfInstants(var slots) ->
                    Optional.of(
                            Sql.of(
                                    "width_bucket(at, ?)",
                                    (Object) slots.keySet().toArray(Instant[]::new)));
        };
    }

    private static RowReader<Row> reader(Times times, Set<Dimension> dimensions) {
        var slots = readSlot(times);
        return row -> {
            var values = new EnumMap<Dimension, Object>(Dimension.class);
            for (var dimension : dimensions) {
                values.put(dimension, row.getObject(Columns.columnOf(dimension)));
            }
            return new Row(
                    slots.read(row),
                    values,
                    new Quantity(row.getBigDecimal("quantity"), new Unit(row.getString("unit"))));
        };
    }

    private static RowReader<Optional<Slot>> readSlot(Times times) {
        return switch (times) {
            case Times.Whole() -> _ -> Optional.empty();
            case Times.EachDay() ->
                    row ->
                            Optional.of(
                                    new Slot.Days(
                                            DateRange.of(row.getObject("slot", LocalDate.class))));
            case Times.OfDays(var slots) -> numbered(slots.values());
            case Times.OfInstants(var slots) -> numbered(slots.values());
        };
    }

    private static RowReader<Optional<Slot>> numbered(Collection<? extends Slot> slots) {
        var inOrder = List.<Slot>copyOf(slots);
        return row -> Optional.of(inOrder.get(row.getInt("slot") - 1));
    }

    private Sql from(Scope scope, Set<Dimension> dimensions) {
        return switch (scope.selection().window()) {
            case Window.Days(var days) ->
                    Sql.of(tableFor(scope, dimensions) + " where ")
                            .add(condition(scope, Optional.of(days)));
            case Window.Instants(var start, var end) ->
                    Sql.of("(")
                            .add(
                                    scope.version().isPresent()
                                            ? facts(scope, start, end)
                                            : finer(scope, start, end))
                            .add(") as finer");
        };
    }

    /// Sums by person come from the roll-up by person, all others from the smaller one.
    private static String tableFor(Scope scope, Set<Dimension> dimensions) {
        if (scope.version().isPresent()) {
            return "fact";
        }
        var byUser =
                dimensions.contains(Dimension.USER)
                        || scope.selection().filter().dimensions().contains(Dimension.USER)
                        || scope.selection().rows().dimensions().contains(Dimension.USER);
        return byUser ? "usage_by_user_day" : "usage_by_organization_day";
    }

    /// Whole quarters of an hour come from their roll-up, what begins in a part of one from the
    /// facts of it.
    private Sql finer(Scope scope, Instant start, Instant end) {
        var first = quarterFrom(start);
        var last = quarterUpTo(end);
        if (!first.isBefore(last)) {
            return facts(scope, start, end);
        }
        var sql = quarters(scope, first, last);
        if (start.isBefore(first)) {
            sql.add(" union all ").add(facts(scope, start, first));
        }
        if (last.isBefore(end)) {
            sql.add(" union all ").add(facts(scope, last, end));
        }
        return sql;
    }

    private Sql quarters(Scope scope, Instant first, Instant last) {
        return Sql.of(
                        "select slot as at, %s from usage_by_slot where slot >= ? and slot < ? and "
                                .formatted(KEPT),
                        first,
                        last)
                .add(condition(scope, Optional.empty()));
    }

    private Sql facts(Scope scope, Instant start, Instant end) {
        return Sql.of(
                        "select starts_at as at, %s from fact where starts_at >= ? and starts_at < ? and "
                                .formatted(KEPT),
                        start,
                        end)
                .add(condition(scope, Optional.of(around(start, end))))
                .add(scope.version().isPresent() ? "" : " and known_to is null");
    }

    /// The days that surely hold the instants, in whatever calendar; narrows by the index.
    private static DateRange around(Instant start, Instant end) {
        return DateRange.of(
                LocalDate.ofInstant(start, ZoneOffset.UTC).minusDays(1),
                LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(2));
    }

    private static Instant quarterUpTo(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), QUARTER) * QUARTER);
    }

    private static Instant quarterFrom(Instant instant) {
        var quarter = quarterUpTo(instant);
        return quarter.equals(instant) ? quarter : quarter.plusSeconds(QUARTER);
    }

    private Sql condition(Scope scope, Optional<DateRange> days) {
        var selection = scope.selection();
        var seen = new SeenRows(keys, selection.source(), selection.rows());
        var users = selection.filter().only().get(Dimension.USER);
        var sql =
                Sql.of(
                        "shard = any (?) and source_id = ? and cut = ?",
                        users == null ? seen.shards() : Shards.ofUsers(selection.source(), users),
                        selection.source().value(),
                        selection.cut());
        days.ifPresent(range -> sql.add(" and day >= ? and day < ?", range.start(), range.end()));
        if (!scope.residuals()) {
            sql.add(" and not residual");
        }
        sql.add(" and ").add(seen.condition());
        selection
                .filter()
                .only()
                .forEach((dimension, values) ->
                        sql.add(" and ").add(keys.isAny(selection.source(), dimension, values)));
        selection
                .filter()
                .except()
                .forEach((dimension, values) ->
                        sql.add(" and not ")
                                .add(keys.isAny(selection.source(), dimension, values)));
        scope.version()
                .ifPresent(version ->
                        sql.add(
                                " and known_from <= ? and (known_to is null or known_to > ?)",
                                version,
                                version));
        return sql;
    }

    private List<Sum> named(List<Row> rows, Set<Dimension> dimensions) {
        var names = new HashMap<Dimension, Map<Long, String>>();
        for (var dimension : dimensions) {
            if (!Columns.NAMED.contains(dimension)) {
                names.put(
                        dimension,
                        keys.ids(
                                dimension,
                                rows.stream()
                                        .map(row -> (Long) row.values().get(dimension))
                                        .collect(Collectors.toSet())));
            }
        }
        return rows.stream()
                .map(row -> new Sum(row.slot(), groupOf(row, names), row.quantity()))
                .toList();
    }

    private static Group groupOf(Row row, Map<Dimension, Map<Long, String>> names) {
        var group = Group.unstated();
        for (var value : row.values().entrySet()) {
            var named =
                    value.getValue() instanceof Long key
                            ? names.getOrDefault(value.getKey(), Map.of()).get(key)
                            : (String) value.getValue();
            if (named != null && !named.isEmpty()) {
                group = group.with(value.getKey(), named);
            }
        }
        return group;
    }
}
