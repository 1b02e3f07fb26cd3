package dev.tallyport.adapter.persistence;

import dev.tallyport.application.person.People;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresPeople implements People {

    private static final String PERSON = "id, name, merged_into, created_at";

    private static final String LINKS =
            """
            select person_id, source.name as source, external_id, how, linked_at, linked_by,
                detached_at, detached_by
            from person_link
                join vendor_user on vendor_user.id = vendor_user_id
                join source on source.id = source_id
            where person_id = any (array(select people_within(?)))
            """;

    private static final String KNOWN =
            """
            select source.name as source, external_id, vendor_user.name, email, service_user,
                person_id
            from vendor_user
                join source on source.id = source_id
                left join person_link on vendor_user_id = vendor_user.id and detached_at is null
            """;

    private static final String MATCHES =
            """
            select person_id, source.name as source, external_id
            from (
                    select vendor_user.id, source_id, external_id, min(person_id) as person_id
                    from vendor_user
                        join account on lower(btrim(address)) = lower(btrim(email))
                    where not service_user and btrim(email) <> '' and address_verified and enabled
                        and not exists (
                            select from person_link
                            where vendor_user_id = vendor_user.id and detached_at is null)
                        %s
                    group by vendor_user.id
                    having count(distinct person_root(person_id)) = 1
                ) as matched
                join source on source.id = source_id
            where not exists (
                select from person_link
                where vendor_user_id = matched.id
                    and person_id = any (
                        array(select people_within(person_root(matched.person_id)))))
            order by source, external_id
            limit ?
            """;

    private final Database database;

    PostgresPeople(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Person create(String name, Instant at) {
        return database.query(
                        "insert into person (name, created_at) values (?, ?) returning " + PERSON,
                        PostgresPeople::person,
                        name,
                        at)
                .getFirst();
    }

    @Override
    @Transactional
    public Optional<Person> find(Principal.Person id) {
        return database
                .query(
                        "select " + PERSON + " from person where id = ?",
                        PostgresPeople::person,
                        id.id())
                .stream()
                .findFirst();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new Principal.Person(row.getLong("id")),
                row.getString("name"),
                Columns.maybeNumber(row, "merged_into").map(Principal.Person::new),
                Columns.instant(row, "created_at"));
    }

    @Override
    @Transactional
    public List<Person> search(String text, Optional<Principal.Person> after, int most) {
        @Nullable Long last = after.map(Principal.Person::id).orElse(null);
        return database.query(
                """
                select id, name, merged_into, created_at from person
                where (position(lower(?) in lower(name)) > 0
                        or exists (
                            select from account
                            where person_id = person.id
                                and position(lower(?) in lower(address)) > 0))
                    and (?::bigint is null
                        or (name, id) > (select name, id from person where id = ?))
                order by name, id limit ?
                """,
                PostgresPeople::person,
                text,
                text,
                last,
                last,
                most);
    }

    @Override
    @Transactional
    public List<Link> links(Principal.Person person) {
        return database.query(
                LINKS + " and detached_at is null order by source, external_id",
                PostgresPeople::link,
                person.id());
    }

    @Override
    @Transactional
    public List<Link> journal(Principal.Person person) {
        return database.query(
                LINKS + " order by person_link.id", PostgresPeople::link, person.id());
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                new Principal.Person(row.getLong("person_id")),
                Columns.vendorUser(row),
                How.valueOf(row.getString("how")),
                Columns.instant(row, "linked_at"),
                row.getString("linked_by"),
                Columns.maybeInstant(row, "detached_at"),
                Columns.maybeText(row, "detached_by"));
    }

    @Override
    @Transactional
    public Optional<Known> known(VendorUser user) {
        return database
                .query(
                        KNOWN + " where source.name = ? and external_id = ?",
                        PostgresPeople::known,
                        user.source().value(),
                        user.id())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<Known> searchKnown(String text, boolean onlyUnlinked, int most) {
        return database.query(
                KNOWN
                        + """
                        where (position(lower(?) in lower(external_id)) > 0
                                or position(lower(?) in lower(vendor_user.name)) > 0
                                or position(lower(?) in lower(email)) > 0)
                            and not (? and person_id is not null)
                        order by source, external_id limit ?
                        """,
                PostgresPeople::known,
                text,
                text,
                text,
                onlyUnlinked,
                most);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                Columns.vendorUser(row),
                Columns.maybeText(row, "name"),
                Columns.maybeText(row, "email"),
                row.getBoolean("service_user"),
                Columns.maybeNumber(row, "person_id").map(Principal.Person::new));
    }

    /// The person of the account, also where they are merged into another: after they are separated
    /// the link is still theirs.
    @Override
    @Transactional
    public List<Match> matches(Optional<String> address, int most) {
        return address.map(one ->
                        database.query(
                                MATCHES.formatted("and lower(btrim(email)) = lower(btrim(?))"),
                                PostgresPeople::match,
                                one,
                                most))
                .orElseGet(
                        () -> database.query(MATCHES.formatted(""), PostgresPeople::match, most));
    }

    private static Match match(ResultSet row) throws SQLException {
        return new Match(new Principal.Person(row.getLong("person_id")), Columns.vendorUser(row));
    }

    /// Every link is recorded in the audit log after it is made. That log's lock is taken before:
    /// two who link the same users at once would wait for each other in a circle.
    @Override
    @Transactional
    public boolean link(Match match, How how, String by, Instant at) {
        AdvisoryLock.AUDIT.take(database);
        return database.update(
                        """
                        insert into person_link
                            (person_id, vendor_user_id, how, linked_at, linked_by)
                        select ?, vendor_user.id, ?, ?, ?
                        from vendor_user join source on source.id = source_id
                        where source.name = ? and external_id = ?
                        on conflict (vendor_user_id) where detached_at is null do nothing
                        """,
                        match.person().id(),
                        how.name(),
                        at,
                        by,
                        match.user().source().value(),
                        match.user().id())
                == 1;
    }

    @Override
    @Transactional
    public void detach(Match match, String by, Instant at) {
        AdvisoryLock.AUDIT.take(database);
        database.update(
                """
                update person_link set detached_at = ?, detached_by = ?
                from vendor_user join source on source.id = source_id
                where vendor_user.id = vendor_user_id and detached_at is null
                    and person_id = ? and source.name = ? and external_id = ?
                """,
                at,
                by,
                match.person().id(),
                match.user().source().value(),
                match.user().id());
    }

    @Override
    @Transactional
    public void merge(Principal.Person person, Principal.Person into, String by, Instant at) {
        var ownPeople =
                database.query(
                        "select id from person where id in (?, ?) and merged_into is null"
                                + " order by id for no key update",
                        row -> row.getLong("id"),
                        person.id(),
                        into.id());
        if (ownPeople.size() != 2) {
            throw new IllegalStateException(
                    "persons %d and %d are not two people of their own any more; look again"
                            .formatted(person.id(), into.id()));
        }
        database.update("update person set merged_into = ? where id = ?", into.id(), person.id());
        database.update(
                "insert into person_merge (person_id, into_id, merged_at, merged_by)"
                        + " values (?, ?, ?, ?)",
                person.id(),
                into.id(),
                at,
                by);
    }

    @Override
    @Transactional
    public void separate(Principal.Person person, String by, Instant at) {
        database.update("update person set merged_into = null where id = ?", person.id());
        database.update(
                "update person_merge set undone_at = ?, undone_by = ?"
                        + " where person_id = ? and undone_at is null",
                at,
                by,
                person.id());
    }
}
