package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.reporting.UsageReports.Held;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The ledger in a real PostgreSQL; every open one works in one transaction that is rolled back.
final class LedgerDatabase implements AutoCloseable {

    private final Connection connection;
    final Database database;
    final Keys keys;
    final Sums sums;
    final PostgresUsageLedger ledger;
    final PostgresUsageReports reports;
    final SourceId source;

    private LedgerDatabase(Connection connection) {
        this.connection = connection;
        this.database = new Database(Postgres.sharing(connection), Duration.ofMinutes(1));
        this.keys = new Keys(database);
        this.sums = new Sums(database, keys);
        this.ledger =
                new PostgresUsageLedger(
                        database,
                        keys,
                        new Staging(database, keys),
                        new RollUps(database),
                        new Occurrences(database),
                        sums);
        this.reports = new PostgresUsageReports(database, keys, sums);
        this.source = source("acme");
    }

    static LedgerDatabase open() {
        try {
            var connection = Postgres.connect(Postgres.SHARED);
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
        return new Selection(source, cut, new Window.Days(days), new Rows.All(), Filter.ALL);
    }

    /// As `read` does, inside the open transaction.
    Held held(Optional<Instant> asKnownOn) {
        return reports.held(asKnownOn);
    }

    long count(String table) {
        return database.query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
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
