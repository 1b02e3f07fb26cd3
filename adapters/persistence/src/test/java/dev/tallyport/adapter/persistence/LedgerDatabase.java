package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.UsageReports.Report;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A real PostgreSQL with the ledger's migrations, shared by the tests of this module; every open
/// ledger works in one transaction that is rolled back.
final class LedgerDatabase implements AutoCloseable {

    private static final EmbeddedPostgres POSTGRES = start();

    private final Connection connection;
    final Database database;
    final Keys keys;
    final Sums sums;
    final PostgresUsageLedger ledger;
    final PostgresUsageReports reports;
    final SourceId source;

    private LedgerDatabase(Connection connection) {
        this.connection = connection;
        this.database = new Database(sharing(connection));
        this.keys = new Keys(database);
        this.sums = new Sums(database, keys);
        this.ledger = new PostgresUsageLedger(database, keys, new Staging(database, keys), sums);
        this.reports = new PostgresUsageReports(database, sums);
        this.source = source("acme");
    }

    static LedgerDatabase open() {
        try {
            var connection = POSTGRES.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            return new LedgerDatabase(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    SourceId source(String name) {
        database.update("insert into source (name, connector) values (?, 'test')", name);
        return new SourceId(
                database.query("select id from source where name = ?", row -> row.getInt(1), name)
                        .getFirst());
    }

    Selection selection(String cut, DateRange days) {
        return new Selection(source, cut, days);
    }

    /// As `read` does, inside the open transaction.
    Report report(Selection selection, List<Grouping> groupings, Optional<Instant> asKnownOn) {
        return reports.report(selection, groupings, Filter.ALL, asKnownOn);
    }

    long count(String table) {
        return database.query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
    }

    private static EmbeddedPostgres start() {
        try {
            var postgres = EmbeddedPostgres.start();
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Hands out one connection, as a transaction does.
    private static DataSource sharing(Connection connection) {
        var shared =
                (Connection)
                        Proxy.newProxyInstance(
                                LedgerDatabase.class.getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (_, method, arguments) -> {
                                    if (method.getName().equals("close")) {
                                        return null;
                                    }
                                    try {
                                        return method.invoke(connection, arguments);
                                    } catch (InvocationTargetException e) {
                                        throw e.getCause();
                                    }
                                });
        return (DataSource)
                Proxy.newProxyInstance(
                        LedgerDatabase.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, _, _) -> shared);
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
