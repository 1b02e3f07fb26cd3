package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was stored before there were slots.
final class SlotMigrationTest {

    private static final String OWNER = "postgres";

    private final String name = Postgres.newEmptyDatabase(OWNER);

    @Test
    void everyCurrentFactOfACutThatIsFinerThanADayIsTakenOver() throws SQLException {
        Postgres.migrateTo("4", name);
        try (var connection = Postgres.connect(name)) {
            var database = new Database(Postgres.sharing(connection), Duration.ofMinutes(1));
            database.update("insert into source (name, connector) values ('acme', 'test')");
            insert(database, "sessions", "short", "10:00", "10:01", null);
            insert(database, "sessions", "closed", "10:14", "10:15", 2L);
            insert(database, "sessions", "late in its slot", "10:14:59.9", "24:00", null);
            insert(database, "sessions", "long", "00:00", "48:00", null);
            insert(database, "daily", "clocks go forward", "00:00", "23:00", null);
            insert(database, "daily", "clocks go back", "00:00", "25:00", null);
        }

        Postgres.migrate(name, OWNER, OWNER);

        try (var connection = Postgres.connect(name)) {
            assertThat(slots(connection))
                    .containsExactly(
                            List.of("sessions", Instant.parse("2026-03-01T00:00:00Z"), 1L),
                            List.of("sessions", Instant.parse("2026-03-01T10:00:00Z"), 2L));
        }
    }

    private static void insert(
            Database database,
            String cut,
            String key,
            String start,
            String end,
            @Nullable Long closed) {
        database.update(
                "insert into fact (shard, source_id, cut, fact_key, known_from, known_to, residual,"
                        + " day, starts_at, ends_at, user_key, organization_key, product, model,"
                        + " activity, unit, quantity)"
                        + " values (0, 1, ?, ?, 1, ?, false, '2026-03-01',"
                        + " timestamptz '2026-03-01 00:00:00Z' + ?::interval,"
                        + " timestamptz '2026-03-01 00:00:00Z' + ?::interval,"
                        + " 0, 0, '', '', '', 'ACU', 1)",
                cut,
                key,
                closed,
                start,
                end);
    }

    private static List<List<Object>> slots(Connection connection) {
        return new Database(Postgres.sharing(connection), Duration.ofMinutes(1))
                .query(
                        "select cut, slot, facts from usage_by_slot order by slot",
                        row ->
                                List.of(
                                        row.getString("cut"),
                                        Columns.instant(row, "slot"),
                                        row.getLong("facts")));
    }
}
