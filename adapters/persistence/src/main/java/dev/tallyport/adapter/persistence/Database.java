package dev.tallyport.adapter.persistence;

import dev.tallyport.application.outcome.NotNowException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Plain SQL within the current transaction.
@ApplicationScoped
class Database {

    /// How long the next statement of a read may take, in milliseconds.
    private static final ScopedValue<LongSupplier> LEFT = ScopedValue.newInstance();

    /// PostgreSQL's word for a statement that was ended before it was done.
    private static final String CANCELED = "57014";

    private final DataSource dataSource;
    private final Duration limit;

    /// @param limit how long a read may take
    Database(
            DataSource dataSource,
            @ConfigProperty(name = "tallyport.query-timeout", defaultValue = "PT30S")
                    Duration limit) {
        this.dataSource = dataSource;
        this.limit = limit;
    }

    /// What is done with a connection.
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /// How a row is read.
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Lets all statements of the work together take no longer than a read may take. What the
    /// transaction does afterwards takes the time that it needs.
    ///
    /// @throws NotNowException when they do
    <T> T inTime(Supplier<T> work) {
        var deadline = System.nanoTime() + limit.toNanos();
        return limited(() -> (deadline - System.nanoTime()) / 1_000_000, work);
    }

    /// Lets each statement of the work by itself take no longer than a read may take, and the work
    /// as long as it needs.
    ///
    /// @throws NotNowException when one does
    <T> T eachInTime(Supplier<T> work) {
        return limited(limit::toMillis, work);
    }

    private <T> T limited(LongSupplier left, Supplier<T> work) {
        var done = ScopedValue.where(LEFT, left).call(work::get);
        update("set local statement_timeout to default");
        return done;
    }

    <T extends @Nullable Object> T with(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            if (LEFT.isBound()) {
                limit(connection);
            }
            return work.with(connection);
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /// Whatever is left at the least, since PostgreSQL takes 0 for no limit at all.
    private static void limit(Connection connection) throws SQLException {
        var left = Math.max(1, LEFT.get().getAsLong());
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + left);
        }
    }

    private RuntimeException translated(SQLException e) {
        if (LEFT.isBound() && CANCELED.equals(e.getSQLState())) {
            return NotNowException.tookTooLong(limit, e);
        }
        return isOfAFullPool(e) ? NotNowException.tooBusy(e) : new DatabaseException(e);
    }

    /// The pool says it in words alone.
    private static boolean isOfAFullPool(SQLException e) {
        return e.getSQLState() == null
                && String.valueOf(e.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains("acquisition timeout");
    }

    /// @return how many rows were touched
    long update(String sql, @Nullable Object... parameters) {
        return with(connection -> {
            try (var statement = prepare(connection, sql, parameters)) {
                return statement.executeLargeUpdate();
            }
        });
    }

    /// @return how many rows were touched
    long update(Sql sql) {
        return update(sql.text(), sql.parameters());
    }

    /// Runs one statement for each list of parameters, in one exchange.
    void updateEach(String sql, List<@Nullable Object[]> each) {
        if (each.isEmpty()) {
            return;
        }
        with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var parameters : each) {
                    set(connection, statement, parameters);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return with(connection -> {
            try (var statement = prepare(connection, sql, parameters);
                    var rows = statement.executeQuery()) {
                var results = new ArrayList<T>();
                while (rows.next()) {
                    results.add(reader.read(rows));
                }
                return results;
            }
        });
    }

    <T> List<T> query(Sql sql, RowReader<T> reader) {
        return query(sql.text(), reader, sql.parameters());
    }

    /// A query that takes no longer than a read may take.
    <T> List<T> queryInTime(Sql sql, RowReader<T> reader) {
        return inTime(() -> query(sql, reader));
    }

    /// A query that takes no longer than a read may take.
    <T> List<T> queryInTime(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return inTime(() -> query(sql, reader, parameters));
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        set(connection, statement, parameters);
        return statement;
    }

    private static void set(
            Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Instant instant ->
                        statement.setObject(
                                i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
                case Integer[] array ->
                        statement.setArray(i + 1, connection.createArrayOf("integer", array));
                case Long[] array ->
                        statement.setArray(i + 1, connection.createArrayOf("bigint", array));
                case String[] array ->
                        statement.setArray(i + 1, connection.createArrayOf("text", array));
                case LocalDate[] array ->
                        statement.setArray(i + 1, connection.createArrayOf("date", array));
                case Instant[] array ->
                        statement.setArray(i + 1, connection.createArrayOf("timestamptz", array));
                // PostgreSQL stores no NUL; nobody gains an error by typing one.
                case String text -> statement.setString(i + 1, text.replace('\0', '\uFFFD'));
                case null, default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
