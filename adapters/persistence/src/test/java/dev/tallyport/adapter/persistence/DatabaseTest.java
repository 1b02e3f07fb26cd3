package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.outcome.NotNowException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long the database may take, and what comes of it when it takes longer.
final class DatabaseTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final String NAP = "select pg_sleep(0.2)";

    private final Connection connection = Postgres.connect(Postgres.SHARED);
    private final Database database = new Database(Postgres.sharing(connection), LIMIT);

    @BeforeEach
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private List<Boolean> nap() {
        return database.query(NAP, _ -> true);
    }

    @Test
    void whatIsReadInTimeIsRead() {
        assertThat(database.inTime(this::nap)).containsExactly(true);
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        assertThatThrownBy(() ->
                        database.inTime(() -> database.query("select pg_sleep(60)", _ -> true)))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining("longer than 0.3 s");
    }

    @Test
    void statementsThatAreQuickAloneAndSlowTogetherAreEnded() {
        assertThatThrownBy(() ->
                        database.inTime(() -> {
                            nap();
                            return nap();
                        }))
                .isInstanceOf(NotNowException.class);
    }

    @Test
    void workAtLengthTakesItsTimeAndNoStatementOfItTooMuch() {
        var naps =
                database.eachInTime(() -> {
                    nap();
                    return nap();
                });

        assertThat(naps).containsExactly(true);
        assertThatThrownBy(() ->
                        database.eachInTime(() -> database.query("select pg_sleep(60)", _ -> true)))
                .isInstanceOf(NotNowException.class);
    }

    @Test
    void whatComesAfterwardsHasItsTime() {
        database.inTime(this::nap);

        var limit = database.query("show statement_timeout", row -> row.getString(1)).getFirst();

        assertThat(limit).isEqualTo("0");
    }

    @Test
    void aStatementThatWasEndedForAnotherReasonIsAFailure() {
        assertThatThrownBy(
                        () -> {
                            database.update("set local statement_timeout = 1");
                            nap();
                        })
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void aPoolWithNothingLeftIsBusy() {
        var full = new Database(refusing(new SQLException("Sorry, acquisition timeout!")), LIMIT);

        assertThatThrownBy(() -> full.update(NAP))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining("ask again");
    }

    @Test
    void aDatabaseThatIsNotThereIsAFailure() {
        var gone = new Database(refusing(new SQLException("connection refused", "08001")), LIMIT);

        assertThatThrownBy(() -> gone.update(NAP)).isInstanceOf(DatabaseException.class);
    }

    private static DataSource refusing(SQLException refusal) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DatabaseTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, _, _) -> {
                            throw refusal;
                        });
    }
}
