package dev.tallyport.adapter.persistence;

import dev.tallyport.adapter.persistence.Database.RowReader;
import dev.tallyport.application.reporting.Rows;
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
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        var parameters = new ArrayList<@Nullable Object>();
        var slots = slotOf(division.times(), parameters);
        slots.ifPresent(_ -> columns.add("slot"));
        var sql = new StringBuilder("select ");
        slots.ifPresent(slot -> sql.append(slot).append(" as slot, "));
        sql.append(String.join(", ", columns.subList(0, dimensions.size() + 1)))
                .append(", sum(quantity) as quantity from ")
                .append(from(scope, dimensions, parameters))
                .append(" group by ")
                .append(String.join(", ", columns))
                .append(" limit ")
                .append(MOST + 1);
        var read = reader(division.times(), dimensions);
        var rows = database.query(sql.toString(), read, parameters.toArray());
        if (rows.size() > MOST) {
            throw new TooLargeException(
                    "An answer has at most %d rows; ask about less, or tell less apart."
                            .formatted(MOST));
        }
        return named(rows, dimensions);
    }

    /// How a row knows its slot: by its day, or by how many slots have begun by then.
    private static Optional<String> slotOf(Times times, List<@Nullable Object> parameters) {
        return switch (times) {
            case Times.Whole() -> Optional.empty();
            case Times.EachDay() -> Optional.of("day");
            case Times.OfDays(var slots) -> {
                parameters.add(slots.keySet().toArray(LocalDate[]::new));
                yield Optional.of("width_bucket(day, ?)");
            }
            case Times.OfInstants(var slots) -> {
                parameters.add(slots.keySet().toArray(Instant[]::new));
                yield Optional.of("width_bucket(at, ?)");
            }
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

    private String from(Scope scope, Set<Dimension> dimensions, List<@Nullable Object> parameters) {
        return switch (scope.selection().window()) {
            case Window.Days(var days) -> {
                var table = tableFor(scope, dimensions) + " where ";
                yield table + condition(scope, Optional.of(days), parameters);
            }
            case Window.Instants(var start, var end) ->
                    scope.version().isPresent()
                            ? "(" + facts(scope, start, end, parameters) + ") as finer"
                            : "(" + finer(scope, start, end, parameters) + ") as finer";
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
    private String finer(
            Scope scope, Instant start, Instant end, List<@Nullable Object> parameters) {
        var first = quarterFrom(start);
        var last = quarterUpTo(end);
        if (!first.isBefore(last)) {
            return facts(scope, start, end, parameters);
        }
        var parts = new ArrayList<String>();
        parts.add(quarters(scope, first, last, parameters));
        if (start.isBefore(first)) {
            parts.add(facts(scope, start, first, parameters));
        }
        if (last.isBefore(end)) {
            parts.add(facts(scope, last, end, parameters));
        }
        return String.join(" union all ", parts);
    }

    private String quarters(
            Scope scope, Instant first, Instant last, List<@Nullable Object> parameters) {
        var sql =
                "select slot as at, %s from usage_by_slot where slot >= ? and slot < ? and "
                        .formatted(KEPT);
        parameters.add(first);
        parameters.add(last);
        return sql + condition(scope, Optional.empty(), parameters);
    }

    private String facts(
            Scope scope, Instant start, Instant end, List<@Nullable Object> parameters) {
        var sql =
                "select starts_at as at, %s from fact where starts_at >= ? and starts_at < ? and "
                        .formatted(KEPT);
        parameters.add(start);
        parameters.add(end);
        return sql
                + condition(scope, Optional.of(around(start, end)), parameters)
                + (scope.version().isPresent() ? "" : " and known_to is null");
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

    private String condition(
            Scope scope, Optional<DateRange> days, List<@Nullable Object> parameters) {
        var selection = scope.selection();
        var condition = new StringBuilder("shard = any (?) and source_id = ? and cut = ?");
        parameters.add(shardsOf(scope));
        parameters.add(selection.source().value());
        parameters.add(selection.cut());
        days.ifPresent(range -> {
            condition.append(" and day >= ? and day < ?");
            parameters.add(range.start());
            parameters.add(range.end());
        });
        if (!scope.residuals()) {
            condition.append(" and not residual");
        }
        if (selection.rows() instanceof Rows.Some some) {
            condition.append(" and (").append(seen(scope, some, parameters)).append(")");
        }
        selection
                .filter()
                .only()
                .forEach((dimension, values) -> {
                    condition.append(" and ").append(Columns.columnOf(dimension));
                    condition.append(" = any (?)");
                    parameters.add(stored(scope, dimension, values));
                });
        selection
                .filter()
                .except()
                .forEach((dimension, values) -> {
                    condition.append(" and ").append(Columns.columnOf(dimension));
                    condition.append(" <> all (?)");
                    parameters.add(stored(scope, dimension, values));
                });
        scope.version()
                .ifPresent(version -> {
                    condition.append(" and known_from <= ?");
                    condition.append(" and (known_to is null or known_to > ?)");
                    parameters.add(version);
                    parameters.add(version);
                });
        return condition.toString();
    }

    /// Names no user where none is meant: sums of organizations alone know none.
    private String seen(Scope scope, Rows.Some some, List<@Nullable Object> parameters) {
        var any = new StringJoiner(" or ").setEmptyValue("false");
        if (!some.organizations().isEmpty()) {
            any.add("organization_key = any (?)");
            parameters.add(stored(scope, Dimension.ORGANIZATION, some.organizations()));
        }
        if (!some.users().isEmpty()) {
            any.add("user_key = any (?)");
            parameters.add(stored(scope, Dimension.USER, some.users()));
        }
        if (!some.usersWithin().isEmpty()) {
            any.add("user_key = any (?) and organization_key = any (?)");
            parameters.add(stored(scope, Dimension.USER, some.usersWithin()));
            parameters.add(stored(scope, Dimension.ORGANIZATION, some.within()));
        }
        return any.toString();
    }

    private static Integer[] shardsOf(Scope scope) {
        var users = scope.selection().filter().only().get(Dimension.USER);
        if (users == null) {
            return scope.selection().rows() instanceof Rows.Some some
                            && some.organizations().isEmpty()
                    ? shardsOf(
                            scope,
                            Stream.concat(some.users().stream(), some.usersWithin().stream()))
                    : Shards.all();
        }
        return shardsOf(scope, users.stream());
    }

    private static Integer[] shardsOf(Scope scope, Stream<String> users) {
        return users.map(user -> Shards.ofUser(scope.selection().source(), user))
                .distinct()
                .toArray(Integer[]::new);
    }

    private Object stored(Scope scope, Dimension dimension, Set<String> values) {
        return switch (dimension) {
            case USER, ORGANIZATION -> keys.find(scope.selection().source(), dimension, values);
            case PRODUCT, MODEL, ACTIVITY -> Database.texts(values);
            case PERSON, SOURCE ->
                    throw new IllegalArgumentException(dimension + " is not stored with facts");
        };
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
