package dev.tallyport.adapter.persistence;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Everything about access in a real PostgreSQL, in one transaction that is rolled back unless it
/// is committed.
final class AccessDatabase implements AutoCloseable {

    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    static final String ADDRESS = "203.0.113.7";

    private final Connection connection;
    final Database database;
    final PostgresRoles roles;
    final PostgresFlags flags;
    final PostgresRights rights;
    final PostgresPeople people;
    final PostgresAccounts accounts;
    final PostgresSessions sessions;
    final PostgresServiceUsers serviceUsers;
    final PostgresAuditTrail audit;

    private AccessDatabase(Connection connection) {
        this.connection = connection;
        this.database = new Database(Postgres.sharing(connection), Duration.ofMinutes(1));
        this.roles = new PostgresRoles(database);
        this.flags = new PostgresFlags(database);
        this.rights = new PostgresRights(database, flags);
        this.people = new PostgresPeople(database);
        this.accounts = new PostgresAccounts(database);
        this.sessions = new PostgresSessions(database);
        this.serviceUsers = new PostgresServiceUsers(database);
        this.audit = new PostgresAuditTrail(database, () -> Optional.of(ADDRESS), () -> AT);
    }

    static AccessDatabase open() {
        return in(Postgres.connect(Postgres.SHARED));
    }

    static AccessDatabase in(Connection connection) {
        try {
            connection.setAutoCommit(false);
            return new AccessDatabase(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    SourceName source(String name, String connector) {
        database.update("insert into source (name, connector) values (?, ?)", name, connector);
        return new SourceName(name);
    }

    VendorUser user(SourceName source, String id, String email, String... organizations) {
        database.update(
                "insert into vendor_user (source_id, external_id, service_user, email,"
                        + " organizations) select id, ?, false, ?, ? from source where name = ?",
                id,
                email,
                organizations,
                source.value());
        return new VendorUser(source, id);
    }

    VendorOrganization organization(SourceName source, String id) {
        database.update(
                "insert into vendor_organization (source_id, external_id)"
                        + " select id, ? from source where name = ?",
                id,
                source.value());
        return new VendorOrganization(source, id);
    }

    Principal.Person person(String name) {
        return people.create(name, AT).id();
    }

    SignInAccount account(Principal.Person person, String login) {
        return account(person, login, Optional.empty(), false);
    }

    SignInAccount verified(Principal.Person person, String login, String address) {
        return account(person, login, Optional.of(address), true);
    }

    SignInAccount account(
            Principal.Person person, String login, Optional<String> address, boolean verified) {
        return accounts.create(
                        new Accounts.Draft(
                                person,
                                Optional.<Provided>empty(),
                                login,
                                "Name of " + login,
                                address,
                                verified,
                                Optional.empty()),
                        AT)
                .orElseThrow();
    }

    long count(String table) {
        return database.query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
