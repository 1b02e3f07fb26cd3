package dev.tallyport.adapter.persistence;

import dev.tallyport.application.role.Assignment;
import dev.tallyport.application.role.Recipients;
import dev.tallyport.application.role.RoleHolders;
import dev.tallyport.application.role.Roles;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRoles implements Roles, Recipients, RoleHolders {

    private static final String COLUMNS =
            "id, role, person_id, service_user_id, group_name, source, organization, given_at,"
                    + " given_by";

    private final Database database;

    PostgresRoles(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void lockMembership() {
        AdvisoryLock.MEMBERSHIP.take(database);
    }

    @Override
    @Transactional
    public List<Role> custom() {
        return database.query(
                "select name, permissions from role order by name",
                row -> new Role(row.getString("name"), permissions(row)));
    }

    /// From `permissions`, without those that this version does not know.
    static Set<Permission> permissions(ResultSet row) throws SQLException {
        return Arrays.stream(Columns.texts(row, "permissions"))
                .flatMap(title -> Permission.find(title).stream())
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public void save(Role role) {
        database.update(
                "insert into role (name, permissions) values (?, ?)"
                        + " on conflict (name) do update set permissions = excluded.permissions",
                role.name(),
                role.permissions().stream().map(Permission::title).sorted().toArray(String[]::new));
    }

    @Override
    @Transactional
    public void remove(String name) {
        database.update("delete from role_assignment where role = ?", name);
        database.update("delete from role where name = ?", name);
    }

    @Override
    @Transactional
    public List<Assignment> assignments() {
        return database.query(
                "select " + COLUMNS + " from role_assignment order by id",
                PostgresRoles::assignment);
    }

    @Override
    @Transactional
    public Optional<Assignment> assignment(long id) {
        return database
                .query(
                        "select " + COLUMNS + " from role_assignment where id = ?",
                        PostgresRoles::assignment,
                        id)
                .stream()
                .findFirst();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getLong("id"),
                recipient(row),
                row.getString("role"),
                Columns.scope(row),
                Columns.instant(row, "given_at"),
                row.getString("given_by"));
    }

    private static Principal recipient(ResultSet row) throws SQLException {
        var group = row.getString("group_name");
        if (group != null) {
            return new Principal.Group(group);
        }
        var person = Columns.maybeNumber(row, "person_id");
        return person.isPresent()
                ? new Principal.Person(person.get())
                : new Principal.ServiceUser(row.getLong("service_user_id"));
    }

    @Override
    @Transactional
    public Optional<Assignment> give(
            Principal to, String role, Scope scope, String by, Instant at) {
        @Nullable Long person = null;
        @Nullable Long serviceUser = null;
        @Nullable String group = null;
        switch (to) {
            case Principal.Person(long id) -> person = id;
            case Principal.ServiceUser(long id) -> serviceUser = id;
            case Principal.Group(String name) -> group = name;
            case Principal.BootstrapKey _, Principal.Tallyport _ ->
                    throw new IllegalArgumentException(to + " cannot be given a role");
        }
        return database
                .query(
                        "insert into role_assignment (role, person_id, service_user_id, group_name,"
                                + " source, organization, given_at, given_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
                                + " returning "
                                + COLUMNS,
                        PostgresRoles::assignment,
                        role,
                        person,
                        serviceUser,
                        group,
                        Columns.sourceOf(scope),
                        Columns.organizationOf(scope),
                        at,
                        by)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void take(long id) {
        database.update("delete from role_assignment where id = ?", id);
    }

    @Override
    @Transactional
    public long managers(List<String> managing, Instant now) {
        return database.query(
                        """
                        select count(distinct account.id)
                        from role_assignment
                            cross join people_within(person_root(role_assignment.person_id)) as one
                            join account on account.person_id = one
                        where role = any (?) and source is null
                            and enabled and (expires_at is null or expires_at > ?)
                            and (issuer <> '' or password_hash is not null)
                        """,
                        row -> row.getLong(1),
                        Database.texts(managing),
                        now)
                .getFirst();
    }

    @Override
    @Transactional
    public List<Holder> holdersBut(Principal one, String role) {
        return database.query(
                """
                select person.id as person_id, service_user_id, group_name, source, organization,
                    coalesce(person.name, service_user.name, group_name) as name,
                    coalesce(account.enabled, service_user.enabled, true) as enabled,
                    coalesce(account.expires_at, service_user.expires_at) as expires_at
                from role_assignment
                    left join person on person.id = person_root(role_assignment.person_id)
                    left join lateral people_within(person.id) as one on true
                    left join account on account.person_id = one
                    left join service_user on service_user.id = service_user_id
                where role = ? and removed_at is null
                    and (person.id is null or account.id is not null)
                    and (person.id = person_root(?)) is not true
                    and (service_user_id = ?) is not true
                """,
                row ->
                        new Holder(
                                recipient(row),
                                row.getString("name"),
                                row.getBoolean("enabled"),
                                Columns.maybeInstant(row, "expires_at"),
                                Columns.scope(row)),
                role,
                one instanceof Principal.Person(long id) ? (@Nullable Long) id : null,
                one instanceof Principal.ServiceUser(long id) ? (@Nullable Long) id : null);
    }

    @Override
    @Transactional
    public boolean isKnown(Principal principal) {
        return switch (principal) {
            case Principal.Person(long id) -> exists("select 1 from person where id = ?", id);
            case Principal.ServiceUser(long id) ->
                    exists("select 1 from service_user where id = ? and removed_at is null", id);
            case Principal.Group _ -> true;
            case Principal.BootstrapKey _, Principal.Tallyport _ -> false;
        };
    }

    private boolean exists(String sql, long id) {
        return !database.query(sql, row -> row.getInt(1), id).isEmpty();
    }
}
