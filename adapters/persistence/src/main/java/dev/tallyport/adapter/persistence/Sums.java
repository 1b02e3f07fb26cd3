package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.UsageReports.Sum;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
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
    record Scope(Selection selection, Filter filter, boolean residuals, Optional<Long> version) {}

    private record Row(Optional<LocalDate> day, Map<Dimension, Object> values, Quantity quantity) {}

    List<Sum> of(Scope scope, Grouping grouping) {
        var columns = new ArrayList<String>();
        if (grouping.daily()) {
            columns.add("day");
        }
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(grouping.dimensions());
        dimensions.forEach(dimension -> columns.add(Columns.columnOf(dimension)));
        var parameters = new ArrayList<@Nullable Object>();
        var sql = new StringBuilder("select ");
        columns.add("unit");
        columns.forEach(column -> sql.append(column).append(", "));
        sql.append("sum(quantity) as quantity from ")
                .append(tableFor(scope, dimensions))
                .append(" where ")
                .append(condition(scope, parameters))
                .append(" group by ")
                .append(String.join(", ", columns));
        var rows =
                database.query(
                        sql.toString(),
                        row -> {
                            var values = new EnumMap<Dimension, Object>(Dimension.class);
                            for (var dimension : dimensions) {
                                values.put(dimension, row.getObject(Columns.columnOf(dimension)));
                            }
                            return new Row(
                                    grouping.daily()
                                            ? Optional.of(row.getObject("day", LocalDate.class))
                                            : Optional.empty(),
                                    values,
                                    new Quantity(
                                            row.getBigDecimal("quantity"),
                                            new Unit(row.getString("unit"))));
                        },
                        parameters.toArray());
        return named(rows, dimensions);
    }

    /// Sums by person come from the roll-up by person, all others from the smaller one.
    private static String tableFor(Scope scope, Set<Dimension> dimensions) {
        if (scope.version().isPresent()) {
            return "fact";
        }
        var byUser =
                dimensions.contains(Dimension.USER)
                        || scope.filter().dimensions().contains(Dimension.USER)
                        || scope.selection().rows().dimensions().contains(Dimension.USER);
        return byUser ? "usage_by_user_day" : "usage_by_organization_day";
    }

    private String condition(Scope scope, List<@Nullable Object> parameters) {
        var selection = scope.selection();
        var condition =
                new StringBuilder("shard = any (?) and source_id = ? and cut = ?")
                        .append(" and day >= ? and day < ?");
        parameters.add(shardsOf(scope));
        parameters.add(selection.source().value());
        parameters.add(selection.cut());
        parameters.add(selection.days().start());
        parameters.add(selection.days().end());
        if (!scope.residuals()) {
            condition.append(" and not residual");
        }
        if (selection.rows() instanceof Rows.Some some) {
            condition.append(" and (").append(seen(scope, some, parameters)).append(")");
        }
        scope.filter()
                .only()
                .forEach((dimension, values) -> {
                    condition.append(" and ").append(Columns.columnOf(dimension));
                    condition.append(" = any (?)");
                    parameters.add(stored(scope, dimension, values));
                });
        scope.filter()
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
        var users = scope.filter().only().get(Dimension.USER);
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
                .map(row -> new Sum(row.day(), groupOf(row, names), row.quantity()))
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
