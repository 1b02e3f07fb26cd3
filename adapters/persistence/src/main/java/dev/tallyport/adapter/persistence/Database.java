package dev.tallyport.adapter.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Plain SQL within the current transaction.
@ApplicationScoped
class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
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

    <T extends @Nullable Object> T with(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /// @return how many rows were touched
    long update(String sql, @Nullable Object... parameters) {
        return with(connection -> {
            try (var statement = prepare(connection, sql, parameters)) {
                return statement.executeLargeUpdate();
            }
        });
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
