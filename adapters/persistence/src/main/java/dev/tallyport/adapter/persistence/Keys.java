package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Vendor ids and the surrogate keys that the ledger has for them.
@ApplicationScoped
class Keys {

    /// What stands in the ledger where a fact names nobody or nothing.
    static final long NONE = 0;

    /// A key that nothing has.
    private static final long UNKNOWN = -1;

    private final Database database;

    Keys(Database database) {
        this.database = database;
    }

    /// The keys of some ids of one source.
    record Known(Map<String, Long> users, Map<String, Long> organizations) {

        long userOf(Group group) {
            return userOf(group.value(Dimension.USER));
        }

        long userOf(Optional<String> id) {
            return id.map(user -> users.getOrDefault(user, UNKNOWN)).orElse(NONE);
        }

        long organizationOf(Group group) {
            return organizationOf(group.value(Dimension.ORGANIZATION));
        }

        long organizationOf(Optional<String> id) {
            return id.map(organization -> organizations.getOrDefault(organization, UNKNOWN))
                    .orElse(NONE);
        }
    }

    /// Gives a key to every user and organization that the groups name.
    Known assign(SourceId source, List<Group> groups) {
        var users = new HashSet<String>();
        var organizations = new HashSet<String>();
        for (var group : groups) {
            group.value(Dimension.USER).ifPresent(users::add);
            group.value(Dimension.ORGANIZATION).ifPresent(organizations::add);
        }
        return assign(source, users, organizations);
    }

    /// Gives a key to every one of these.
    Known assign(SourceId source, Set<String> users, Set<String> organizations) {
        return new Known(
                assign(
                        "vendor_user",
                        "insert into vendor_user (source_id, external_id, service_user)"
                                + " select ?, unnest(?), false on conflict do nothing",
                        source,
                        users),
                assign(
                        "vendor_organization",
                        "insert into vendor_organization (source_id, external_id)"
                                + " select ?, unnest(?) on conflict do nothing",
                        source,
                        organizations));
    }

    private Map<String, Long> assign(
            String table, String insert, SourceId source, Set<String> ids) {
        var keys = find(table, source, ids);
        if (keys.size() == ids.size()) {
            return keys;
        }
        var missing = new HashSet<>(ids);
        missing.removeAll(keys.keySet());
        database.update(insert, source.value(), Database.texts(missing));
        return find(table, source, ids);
    }

    /// The keys of the values of a dimension; an id that nobody has gets one that matches nothing.
    Long[] find(SourceId source, Dimension dimension, Collection<String> ids) {
        var keys = find(tableOf(dimension), source, ids);
        return ids.stream().map(id -> keys.getOrDefault(id, UNKNOWN)).toArray(Long[]::new);
    }

    /// That a row is of any of these.
    Sql isAny(SourceId source, Dimension dimension, Collection<String> values) {
        return Sql.of(
                Columns.columnOf(dimension) + " = any (?)",
                (Object)
                        (Columns.NAMED.contains(dimension)
                                ? Database.texts(values)
                                : find(source, dimension, values)));
    }

    private Map<String, Long> find(String table, SourceId source, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = new HashMap<String, Long>();
        database.query(
                "select external_id, id from "
                        + table
                        + " where source_id = ?"
                        + " and external_id = any (?)",
                row -> keys.put(row.getString(1), row.getLong(2)),
                source.value(),
                Database.texts(ids));
        return keys;
    }

    /// The vendor ids behind keys.
    Map<Long, String> ids(Dimension dimension, Collection<Long> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var ids = new HashMap<Long, String>();
        database.query(
                "select id, external_id from " + tableOf(dimension) + " where id = any (?)",
                row -> ids.put(row.getLong(1), row.getString(2)),
                (Object) keys.toArray(Long[]::new));
        return ids;
    }

    private static String tableOf(Dimension dimension) {
        return switch (dimension) {
            case USER -> "vendor_user";
            case ORGANIZATION -> "vendor_organization";
            case PRODUCT, MODEL, ACTIVITY, PERSON, SOURCE ->
                    throw new IllegalArgumentException(dimension + " has no keys");
        };
    }
}
