package dev.tallyport.adapter.persistence;

import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.application.serviceuser.ServiceUser;
import dev.tallyport.application.serviceuser.ServiceUsers;
import dev.tallyport.domain.access.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresServiceUsers implements ServiceUsers {

    private static final String USER =
            "u.id as user_id, u.name as user_name, u.enabled as user_enabled,"
                    + " u.expires_at as user_expires_at, u.created_at as user_created_at,"
                    + " u.created_by as user_created_by";

    private static final String KEY =
            "k.id, k.name, k.prefix, k.created_at, k.expires_at, k.last_used_at, k.revoked_at";

    private final Database database;

    PostgresServiceUsers(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<ServiceUser> create(
            String name, Optional<Instant> expiresAt, String by, Instant at) {
        return database
                .query(
                        "insert into service_user as u (name, expires_at, created_by, created_at)"
                                + " values (?, ?, ?, ?) on conflict do nothing returning "
                                + USER,
                        PostgresServiceUsers::user,
                        name,
                        expiresAt.orElse(null),
                        by,
                        at)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<ServiceUser> all() {
        return database.query(
                "select " + USER + " from service_user u where removed_at is null order by name",
                PostgresServiceUsers::user);
    }

    @Override
    @Transactional
    public Optional<ServiceUser> find(Principal.ServiceUser id) {
        return database
                .query(
                        "select "
                                + USER
                                + " from service_user u where id = ? and removed_at is null",
                        PostgresServiceUsers::user,
                        id.id())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public boolean save(ServiceUser user) {
        return database.update(
                        """
                        update service_user set name = ?, enabled = ?, expires_at = ?
                        where id = ? and not exists (
                            select from service_user as other
                            where other.name = ? and other.removed_at is null
                                and other.id <> service_user.id)
                        """,
                        user.name(),
                        user.enabled(),
                        user.expiresAt().orElse(null),
                        user.id().id(),
                        user.name())
                == 1;
    }

    @Override
    @Transactional
    public void remove(Principal.ServiceUser id, Instant at) {
        database.update(
                "update service_user set removed_at = ? where id = ? and removed_at is null",
                at,
                id.id());
        database.update(
                "update service_key set revoked_at = ?"
                        + " where service_user_id = ? and revoked_at is null",
                at,
                id.id());
        for (var theirs : List.of("role_assignment", "saved_view", "preferences")) {
            database.update("delete from " + theirs + " where service_user_id = ?", id.id());
        }
    }

    @Override
    @Transactional
    public List<ServiceKey> keys(Principal.ServiceUser id) {
        return database.query(
                "select " + KEY + " from service_key k where service_user_id = ? order by id desc",
                PostgresServiceUsers::key,
                id.id());
    }

    @Override
    @Transactional
    public ServiceKey add(
            Principal.ServiceUser id,
            String name,
            String digest,
            String prefix,
            Optional<Instant> expiresAt,
            Instant at) {
        return database.query(
                        "insert into service_key as k"
                                + " (service_user_id, name, digest, prefix, expires_at, created_at)"
                                + " values (?, ?, ?, ?, ?, ?) returning "
                                + KEY,
                        PostgresServiceUsers::key,
                        id.id(),
                        name,
                        digest,
                        prefix,
                        expiresAt.orElse(null),
                        at)
                .getFirst();
    }

    @Override
    @Transactional
    public void revoke(KeyId id, Instant at) {
        database.update("update service_key set revoked_at = ? where id = ?", at, id.value());
    }

    @Override
    @Transactional
    public void expire(KeyId id, Instant at) {
        database.update("update service_key set expires_at = ? where id = ?", at, id.value());
    }

    @Override
    @Transactional
    public Optional<Holder> byDigest(String digest) {
        return database
                .query(
                        "select "
                                + USER
                                + ", "
                                + KEY
                                + " from service_key k join service_user u on u.id = service_user_id"
                                + " where digest = ? and removed_at is null",
                        row -> new Holder(user(row), key(row)),
                        digest)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void used(KeyId id, Instant at) {
        database.update("update service_key set last_used_at = ? where id = ?", at, id.value());
    }

    private static ServiceUser user(ResultSet row) throws SQLException {
        return new ServiceUser(
                new Principal.ServiceUser(row.getLong("user_id")),
                row.getString("user_name"),
                row.getBoolean("user_enabled"),
                Columns.maybeInstant(row, "user_expires_at"),
                Columns.instant(row, "user_created_at"),
                row.getString("user_created_by"));
    }

    private static ServiceKey key(ResultSet row) throws SQLException {
        return new ServiceKey(
                new KeyId(row.getLong("id")),
                row.getString("name"),
                row.getString("prefix"),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "expires_at"),
                Columns.maybeInstant(row, "last_used_at"),
                Columns.maybeInstant(row, "revoked_at"));
    }
}
