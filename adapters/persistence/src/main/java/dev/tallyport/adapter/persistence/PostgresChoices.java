package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Choices;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads lists for filters out of the directory and of what occurs in usage. Statements about the
/// one never join the other, so that a cluster answers each by itself.
@ApplicationScoped
class PostgresChoices implements Choices {

    /// Whoever may be seen, with their place and with the person they are.
    private static final String USERS =
            """
            select *, coalesce(nullif(btrim(name), ''), nullif(btrim(address), ''), external_id)
                    as label,
                source || '/' || external_id as key,
                position(lower(?) in lower(external_id)) > 0
                    or coalesce(position(lower(?) in lower(name)) > 0, false)
                    or coalesce(position(lower(?) in lower(address)) > 0, false) as found
            from (
                select source.name as source, external_id, vendor_user.name,
                    case when ? then email end as address, service_user,
                    case when merged_into is null then person.id else person_root(person.id) end
                        as person_id
                from vendor_user
                    join source on source.id = source_id
                    left join person_link on vendor_user_id = vendor_user.id and detached_at is null
                    left join person on person.id = person_link.person_id
                where %s
            ) seen
            """;

    private static final String BY_PERSON =
            """
            select person_id, coalesce(person.name, min(label)) as label,
                coalesce('#' || person_id, min(seen.key)) as key
            from (%s) seen left join person on person.id = person_id and ?
            group by person_id, person.name, case when person_id is null then seen.key end
            having bool_or(found) or position(lower(?) in lower(person.name)) > 0
            """;

    private static final String ORGANIZATIONS =
            """
            select source.name as source, external_id, organization.name,
                coalesce(nullif(btrim(organization.name), ''), external_id) as label,
                source.name || '/' || external_id as key
            from vendor_organization organization join source on source.id = source_id
            where (position(lower(?) in lower(external_id)) > 0
                    or position(lower(?) in lower(organization.name)) > 0)
                and (%s)
            """;

    private static final String NAMES =
            """
            select name as label, name as key, array_agg(source_id) as sources
            from (
                select distinct source_id, %1$s as name from occurrence
                where shard = any (?) and (%2$s)
            ) occurring
            where name <> '' and position(lower(?) in lower(name)) > 0
            group by name
            """;

    private static final String PAGE =
            """
            select * from (%s) listed where (lower(label), key) > (lower(?), ?)
            order by lower(label), key limit ?
            """;

    private final Database database;
    private final Keys keys;

    PostgresChoices(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// A part of a statement, with what it asks for.
    private record Condition(String sql, List<@Nullable Object> parameters) {

        static Condition of(String sql, @Nullable Object... parameters) {
            return new Condition(sql, Arrays.asList(parameters));
        }

        /// Of any of them; of nothing where there are none.
        static Condition any(List<Condition> conditions) {
            var any = new StringJoiner(" or ").setEmptyValue("false");
            var parameters = new ArrayList<@Nullable Object>();
            for (var condition : conditions) {
                any.add("(" + condition.sql() + ")");
                parameters.addAll(condition.parameters());
            }
            return new Condition(any.toString(), parameters);
        }
    }

    @Override
    @Transactional
    public List<User> users(Seen seen, Wanted wanted) {
        var users = users(seen, wanted.search());
        return page(
                Condition.of(
                        "select * from (" + users.sql() + ") users where found",
                        users.parameters().toArray()),
                wanted,
                PostgresChoices::user);
    }

    @Override
    @Transactional
    public List<Person> people(Seen seen, Wanted wanted) {
        record Found(Place place, Optional<Principal.Person> person) {}
        var users = users(seen, wanted.search());
        var byPerson = new ArrayList<@Nullable Object>(users.parameters());
        Collections.addAll(byPerson, seen.people(), wanted.search());
        var found =
                page(
                        new Condition(BY_PERSON.formatted(users.sql()), byPerson),
                        wanted,
                        row -> new Found(place(row), person(row)));
        var known = new HashMap<String, List<User>>();
        var wantedUsers = new ArrayList<>(users.parameters());
        wantedUsers.add(found.stream().map(one -> one.place().key()).toArray(String[]::new));
        database.queryInTime(
                "select *, coalesce('#' || person_id, key) as person_key from ("
                        + users.sql()
                        + ") users where coalesce('#' || person_id, key) = any (?) order by key",
                row ->
                        known.computeIfAbsent(row.getString("person_key"), _ -> new ArrayList<>())
                                .add(user(row)),
                wantedUsers.toArray());
        return found.stream()
                .map(one ->
                        new Person(
                                one.place(),
                                one.person(),
                                known.getOrDefault(one.place().key(), List.of())))
                .toList();
    }

    @Override
    @Transactional
    public List<Organization> organizations(Seen seen, Wanted wanted) {
        var visible = each(seen, this::organizationsOf);
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(parameters, wanted.search(), wanted.search());
        parameters.addAll(visible.parameters());
        return page(
                new Condition(ORGANIZATIONS.formatted(visible.sql()), parameters),
                wanted,
                row ->
                        new Organization(
                                place(row),
                                new VendorOrganization(
                                        new SourceName(row.getString("source")),
                                        row.getString("external_id")),
                                Columns.maybeText(row, "name")));
    }

    @Override
    @Transactional
    public List<Name> names(Seen seen, Dimension dimension, Wanted wanted) {
        if (!Columns.NAMED.contains(dimension)) {
            throw new IllegalArgumentException(dimension + " is not stored by its own name");
        }
        var visible = each(seen, this::occurring);
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(shardsOf(seen));
        parameters.addAll(visible.parameters());
        parameters.add(wanted.search());
        var sources = sources();
        return page(
                new Condition(
                        NAMES.formatted(Columns.columnOf(dimension), visible.sql()), parameters),
                wanted,
                row -> {
                    var where = new TreeSet<SourceName>();
                    for (var source : (Integer[]) row.getArray("sources").getArray()) {
                        where.add(sources.get(source));
                    }
                    return new Name(place(row), List.copyOf(where));
                });
    }

    private <T> List<T> page(Condition list, Wanted wanted, Database.RowReader<T> reader) {
        var parameters = new ArrayList<>(list.parameters());
        parameters.add(wanted.after().map(Place::label).orElse(""));
        parameters.add(wanted.after().map(Place::key).orElse(""));
        parameters.add(wanted.most());
        return database.queryInTime(PAGE.formatted(list.sql()), reader, parameters.toArray());
    }

    private Condition users(Seen seen, String search) {
        var visible = each(seen, this::usersOf);
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(parameters, search, search, search, seen.people());
        parameters.addAll(visible.parameters());
        return new Condition(USERS.formatted(visible.sql()), parameters);
    }

    private static Condition each(Seen seen, BiFunction<SourceId, Rows.Some, Condition> visible) {
        return Condition.any(
                seen.parts().stream()
                        .map(part -> {
                            var ofSource = Condition.of("source_id = ?", part.source().value());
                            return switch (part.rows()) {
                                case Rows.All() -> ofSource;
                                case Rows.Some some ->
                                        both(ofSource, visible.apply(part.source(), some));
                            };
                        })
                        .toList());
    }

    private static Condition both(Condition one, Condition other) {
        var parameters = new ArrayList<@Nullable Object>(one.parameters());
        parameters.addAll(other.parameters());
        return new Condition(one.sql() + " and (" + other.sql() + ")", parameters);
    }

    /// Those who are seen as themselves, have usage in an organization, or are listed in one.
    private Condition usersOf(SourceId source, Rows.Some some) {
        var themselves = new HashSet<>(some.users());
        themselves.addAll(some.usersWithin());
        return Condition.of(
                "vendor_user.id = any (?) or vendor_user.id = any (?)"
                        + " or vendor_user.organizations && ?",
                keys.find(source, Dimension.USER, themselves),
                occurring(source, some, "user_key"),
                Database.texts(some.organizations()));
    }

    private Condition organizationsOf(SourceId source, Rows.Some some) {
        return Condition.of(
                "organization.id = any (?) or organization.id = any (?)",
                keys.find(source, Dimension.ORGANIZATION, some.organizations()),
                occurring(source, some, "organization_key"));
    }

    private Long[] occurring(SourceId source, Rows.Some some, String column) {
        var condition = occurring(source, some);
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(parameters, shardsOf(source, some), source.value());
        parameters.addAll(condition.parameters());
        return database.queryInTime(
                        "select distinct %s from occurrence where shard = any (?) and source_id = ?"
                                        .formatted(column)
                                + " and ("
                                + condition.sql()
                                + ")",
                        row -> row.getLong(1),
                        parameters.toArray())
                .toArray(Long[]::new);
    }

    private Condition occurring(SourceId source, Rows.Some some) {
        return Condition.of(
                "organization_key = any (?) or user_key = any (?)"
                        + " or (user_key = any (?) and organization_key = any (?))",
                keys.find(source, Dimension.ORGANIZATION, some.organizations()),
                keys.find(source, Dimension.USER, some.users()),
                keys.find(source, Dimension.USER, some.usersWithin()),
                keys.find(source, Dimension.ORGANIZATION, some.within()));
    }

    private static Integer[] shardsOf(Seen seen) {
        var shards = new TreeSet<Integer>();
        for (var part : seen.parts()) {
            switch (part.rows()) {
                case Rows.All() -> Collections.addAll(shards, Shards.all());
                case Rows.Some some -> Collections.addAll(shards, shardsOf(part.source(), some));
            }
        }
        return shards.toArray(Integer[]::new);
    }

    private static Integer[] shardsOf(SourceId source, Rows.Some some) {
        if (!some.organizations().isEmpty()) {
            return Shards.all();
        }
        return Stream.concat(some.users().stream(), some.usersWithin().stream())
                .map(user -> Shards.ofUser(source, user))
                .distinct()
                .toArray(Integer[]::new);
    }

    private Map<Integer, SourceName> sources() {
        var names = new HashMap<Integer, SourceName>();
        database.queryInTime(
                "select id, name from source",
                row -> names.put(row.getInt(1), new SourceName(row.getString(2))));
        return names;
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                place(row),
                Columns.vendorUser(row),
                Columns.maybeText(row, "name"),
                Columns.maybeText(row, "address"),
                row.getBoolean("service_user"),
                person(row));
    }

    private static Optional<Principal.Person> person(ResultSet row) throws SQLException {
        return Columns.maybeNumber(row, "person_id").map(Principal.Person::new);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("label"), row.getString("key"));
    }
}
