package dev.tallyport.adapter.persistence;

import dev.tallyport.application.audit.Names;
import dev.tallyport.application.view.SavedViews;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.PageAddress;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresSavedViews implements SavedViews {

    /// Somebody who is a part of another goes by the other's name.
    private static final String SELECT =
            """
            select view.id, view.name, description, path, query, shared, version, changed_at,
                person_id, service_user_id, coalesce(person.name, service_user.name) as owner_name
            from saved_view as view
                left join person as part on part.id = person_id
                left join person on person.id = case
                    when part.merged_into is null then part.id else person_root(part.id) end
                left join service_user on service_user.id = service_user_id
            """;

    private static final String OF_OWNER = "(person_id = ? or service_user_id = ?)";

    private final Database database;

    PostgresSavedViews(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Set<Principal> oneWith(Principal principal) {
        return switch (principal) {
            case Principal.Person(long id) ->
                    Set.copyOf(
                            database.query(
                                    "select people_within(person_root(?))",
                                    row -> new Principal.Person(row.getLong(1)),
                                    id));
            case Principal.ServiceUser serviceUser -> Set.of(serviceUser);
            case Principal.Group _, Principal.BootstrapKey _, Principal.Tallyport _ -> Set.of();
        };
    }

    @Override
    @Transactional
    public void lock(Principal owner) {
        AdvisoryLock.VIEWS.take(database, Names.of(owner).hashCode());
    }

    @Override
    @Transactional
    public int count(Principal principal) {
        var owner = Owner.of(principal);
        return database.query(
                        "select count(*) from saved_view where " + OF_OWNER,
                        row -> row.getInt(1),
                        owner.person(),
                        owner.serviceUser())
                .getFirst();
    }

    @Override
    @Transactional
    public Optional<Stored> find(long id) {
        return first("where view.id = ?", id);
    }

    @Override
    @Transactional
    public Optional<Stored> find(Principal principal, String name) {
        var owner = Owner.of(principal);
        return first(
                "where view.name = ? and " + OF_OWNER, name, owner.person(), owner.serviceUser());
    }

    private Optional<Stored> first(String which, @Nullable Object... parameters) {
        return database.query(SELECT + which, PostgresSavedViews::stored, parameters).stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<Stored> search(Wanted wanted, int most) {
        var sql =
                Sql.of(
                        """
                        where (shared or person_id = any (?) or service_user_id = any (?))
                            and (position(lower(?) in lower(view.name)) > 0
                                or position(lower(?) in lower(description)) > 0
                                or position(lower(?)
                                    in lower(coalesce(person.name, service_user.name))) > 0)
                        """,
                        ids(wanted.own(), Owner::person),
                        ids(wanted.own(), Owner::serviceUser),
                        wanted.text(),
                        wanted.text(),
                        wanted.text());
        wanted.sharing().ifPresent(sharing -> sql.add(" and shared = ?", isShared(sharing)));
        wanted.after()
                .ifPresent(place ->
                        sql.add(
                                " and (lower(view.name), view.id) > (lower(?), ?)",
                                place.name(),
                                place.id()));
        sql.add(" order by lower(view.name), view.id limit ?", most);
        return database.query(SELECT + sql.text(), PostgresSavedViews::stored, sql.parameters());
    }

    private static Long[] ids(Set<Principal> principals, Function<Owner, @Nullable Long> id) {
        return principals.stream()
                .map(Owner::of)
                .flatMap(owner -> Optional.ofNullable(id.apply(owner)).stream())
                .toArray(Long[]::new);
    }

    @Override
    @Transactional
    public Stored add(Principal principal, SavedView view, Instant at) {
        var owner = Owner.of(principal);
        var id =
                database.query(
                                """
                                insert into saved_view (person_id, service_user_id, name,
                                    description, path, query, shared, changed_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?)
                                returning id
                                """,
                                row -> row.getLong(1),
                                owner.person(),
                                owner.serviceUser(),
                                view.name(),
                                view.description(),
                                view.address().path(),
                                view.address().query(),
                                isShared(view.sharing()),
                                at)
                        .getFirst();
        return find(id).orElseThrow();
    }

    @Override
    @Transactional
    public Optional<Stored> replace(Stored before, SavedView after, Instant at) {
        var replaced =
                database.update(
                        """
                        update saved_view set name = ?, description = ?, path = ?, query = ?,
                            shared = ?, changed_at = ?, version = nextval('saved_view_version')
                        where id = ? and version = ?
                        """,
                        after.name(),
                        after.description(),
                        after.address().path(),
                        after.address().query(),
                        isShared(after.sharing()),
                        at,
                        before.id(),
                        before.version());
        return replaced == 1 ? find(before.id()) : Optional.empty();
    }

    @Override
    @Transactional
    public boolean remove(Stored view) {
        return database.update(
                        "delete from saved_view where id = ? and version = ?",
                        view.id(),
                        view.version())
                == 1;
    }

    private static boolean isShared(Sharing sharing) {
        return switch (sharing) {
            case PRIVATE -> false;
            case EVERYONE -> true;
        };
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                new SavedView(
                        row.getString("name"),
                        row.getString("description"),
                        new PageAddress(row.getString("path"), row.getString("query")),
                        row.getBoolean("shared") ? Sharing.EVERYONE : Sharing.PRIVATE),
                Owner.of(row),
                row.getString("owner_name"),
                row.getLong("version"),
                Columns.instant(row, "changed_at"));
    }
}
