package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Choices;
import dev.tallyport.application.reporting.Labels;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads lists for filters out of the directory and of what occurs in usage. Statements about the
/// one never join the other, so that a cluster answers each by itself.
@ApplicationScoped
class PostgresChoices implements Choices, Labels {

    /// Those of whom what follows holds, with their place and with the person they are.
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
                where
            """;

    private static final String PEOPLE_AMONG =
            """
            select person_id, coalesce(person.name, min(label)) as label,
                coalesce('#' || person_id, min(seen.key)) as key
            from (
            """;

    private static final String BY_PERSON =
            """
            ) seen left join person on person.id = person_id and ?
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
                and
            """;

    private static final String NAMES_AMONG =
            """
            select name as label, name as key, array_agg(source_id) as sources
            from (
                select distinct source_id, %s as name from occurrence
                where shard = any (?) and
            """;

    private static final String BY_NAME =
            """
            ) occurring
            where name <> '' and position(lower(?) in lower(name)) > 0
            group by name
            """;

    private static final String PAGE =
            """
            ) listed where (lower(label), key) > (lower(?), ?)
            order by lower(label), key limit ?
            """;

    private final Database database;
    private final Keys keys;

    PostgresChoices(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    @Transactional
    public List<User> users(Seen seen, Wanted wanted) {
        var found =
                Sql.of("select * from (")
                        .add(users(seen, wanted.search()))
                        .add(") users where found");
        return page(found, wanted, PostgresChoices::user);
    }

    @Override
    @Transactional
    public List<Person> people(Seen seen, Wanted wanted) {
        record Found(Place place, Optional<Principal.Person> person) {}
        var users = users(seen, wanted.search());
        var found =
                page(
                        Sql.of(PEOPLE_AMONG)
                                .add(users)
                                .add(BY_PERSON, seen.people(), wanted.search()),
                        wanted,
                        row -> new Found(place(row), person(row)));
        var known = new HashMap<String, List<User>>();
        database.queryInTime(
                Sql.of("select *, coalesce('#' || person_id, key) as person_key from (")
                        .add(users)
                        .add(
                                ") users where coalesce('#' || person_id, key) = any (?) order by key",
                                (Object)
                                        found.stream()
                                                .map(one -> one.place().key())
                                                .toArray(String[]::new)),
                row ->
                        known.computeIfAbsent(row.getString("person_key"), _ -> new ArrayList<>())
                                .add(user(row)));
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
        return page(
                organizations(seen, wanted.search()),
                wanted,
                row ->
                        new Organization(
                                place(row), organization(row), Columns.maybeText(row, "name")));
    }

    @Override
    @Transactional
    public Map<VendorUser, String> ofUsers(Seen seen, Set<String> ids) {
        return labels(users(seen, ""), "external_id", Database.texts(ids), Columns::vendorUser);
    }

    @Override
    @Transactional
    public Map<VendorOrganization, String> ofOrganizations(Seen seen, Set<String> ids) {
        return labels(
                organizations(seen, ""),
                "external_id",
                Database.texts(ids),
                PostgresChoices::organization);
    }

    @Override
    @Transactional
    public Map<Principal.Person, String> ofPeople(Seen seen, Set<Principal.Person> people) {
        var known =
                seen.people()
                        ? Sql.of("select id as person_id, name as label from person")
                        : Sql.of("select person_id, min(label) as label from (")
                                .add(users(seen, ""))
                                .add(") users group by person_id");
        return labels(
                known,
                "person_id",
                people.stream().map(Principal.Person::id).toArray(Long[]::new),
                row -> new Principal.Person(row.getLong("person_id")));
    }

    @Override
    @Transactional
    public List<Name> names(Seen seen, Dimension dimension, Wanted wanted) {
        if (!Columns.NAMED.contains(dimension)) {
            throw new IllegalArgumentException(dimension + " is not stored by its own name");
        }
        var sources = sources();
        return page(
                Sql.of(NAMES_AMONG.formatted(Columns.columnOf(dimension)), (Object) shardsOf(seen))
                        .add(each(seen, SeenRows::condition))
                        .add(BY_NAME, wanted.search()),
                wanted,
                row -> {
                    var where = new TreeSet<SourceName>();
                    for (var source : (Integer[]) row.getArray("sources").getArray()) {
                        where.add(sources.get(source));
                    }
                    return new Name(place(row), List.copyOf(where));
                });
    }

    private <T> List<T> page(Sql list, Wanted wanted, Database.RowReader<T> reader) {
        return database.queryInTime(
                Sql.of("select * from (")
                        .add(list)
                        .add(
                                PAGE,
                                wanted.after().map(Place::label).orElse(""),
                                wanted.after().map(Place::key).orElse(""),
                                wanted.most()),
                reader);
    }

    /// Of those in the list with one of the ids.
    private <T> Map<T, String> labels(
            Sql list, String column, Object ids, Database.RowReader<T> reader) {
        var labels = new HashMap<T, String>();
        database.queryInTime(
                Sql.of("select * from (")
                        .add(list)
                        .add(") listed where %s = any (?)".formatted(column), ids),
                row -> labels.put(reader.read(row), row.getString("label")));
        return labels;
    }

    private Sql users(Seen seen, String search) {
        return Sql.of(USERS, search, search, search, seen.people())
                .add(each(seen, this::usersOf))
                .add(") seen");
    }

    private Sql organizations(Seen seen, String search) {
        return Sql.of(ORGANIZATIONS, search, search).add(each(seen, this::organizationsOf));
    }

    /// Of any of what is seen; of nothing where that is nothing.
    private Sql each(Seen seen, Function<SeenRows, Sql> visible) {
        var any = Sql.of("(false");
        for (var part : seen.parts()) {
            any.add(" or (source_id = ? and ", part.source().value())
                    .add(visible.apply(new SeenRows(keys, part.source(), part.rows())))
                    .add(")");
        }
        return any.add(")");
    }

    /// Those who are seen as themselves, have usage in an organization, or are listed in one.
    private Sql usersOf(SeenRows seen) {
        return switch (seen.rows()) {
            case Rows.All() -> Sql.of("true");
            case Rows.Some some -> {
                var themselves = new HashSet<>(some.users());
                themselves.addAll(some.usersWithin());
                yield Sql.of(
                        "(vendor_user.id = any (?) or vendor_user.id = any (?)"
                                + " or vendor_user.organizations && ?)",
                        keys.find(seen.source(), Dimension.USER, themselves),
                        occurring(seen, "user_key"),
                        Database.texts(some.organizations()));
            }
        };
    }

    private Sql organizationsOf(SeenRows seen) {
        return switch (seen.rows()) {
            case Rows.All() -> Sql.of("true");
            case Rows.Some some ->
                    Sql.of(
                            "(organization.id = any (?) or organization.id = any (?))",
                            keys.find(seen.source(), Dimension.ORGANIZATION, some.organizations()),
                            occurring(seen, "organization_key"));
        };
    }

    private Long[] occurring(SeenRows seen, String column) {
        var sql =
                Sql.of(
                                "select distinct %s from occurrence where shard = any (?) and source_id = ? and "
                                        .formatted(column),
                                seen.shards(),
                                seen.source().value())
                        .add(seen.condition());
        return database.queryInTime(sql, row -> row.getLong(1)).toArray(Long[]::new);
    }

    private Integer[] shardsOf(Seen seen) {
        return seen.parts().stream()
                .flatMap(part -> Stream.of(new SeenRows(keys, part.source(), part.rows()).shards()))
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

    private static VendorOrganization organization(ResultSet row) throws SQLException {
        return new VendorOrganization(
                new SourceName(row.getString("source")), row.getString("external_id"));
    }

    private static Optional<Principal.Person> person(ResultSet row) throws SQLException {
        return Columns.maybeNumber(row, "person_id").map(Principal.Person::new);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("label"), row.getString("key"));
    }
}
