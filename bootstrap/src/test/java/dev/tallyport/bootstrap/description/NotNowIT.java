package dev.tallyport.bootstrap.description;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is answered while the database cannot answer in time. In the application of the fuzzing,
/// which is the more impatient one.
@QuarkusTest
@TestProfile(Fuzzed.class)
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class NotNowIT {

    private static final int CONNECTIONS = 20;

    @Inject AgroalDataSource dataSource;

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    private final Installation installation = new Installation();

    @BeforeEach
    void awaitFirstSync() throws InterruptedException {
        installation.awaitFirstSync();
    }

    @Test
    void whatTakesTooLongIsAnsweredSoInEachDialect() throws SQLException {
        var from = vendor.enterprise().history().from();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table covered_day in access exclusive mode");

            var own = installation.get("/api/v1/usage?from=" + from);
            var devins = installation.get("/v2/enterprise/consumption/daily?start=" + from);

            connection.rollback();
            own.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("detail", containsString("longer than 10 s"));
            devins.then()
                    .statusCode(503)
                    .contentType("application/json")
                    .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                    .body("title", equalTo("Service Unavailable"))
                    .body("detail", containsString("longer than 10 s"));
        }
        installation.get("/api/v1/usage?from=" + from).then().statusCode(200);
    }

    @Test
    void whenNoConnectionIsLeftTheAnswerIsToAskAgain() throws SQLException {
        var held = new ArrayList<Connection>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                held.add(dataSource.getConnection());
            }

            var answer = installation.get("/api/v1/usage");

            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("detail", containsString("ask again"));
        } finally {
            close(held);
        }
    }

    private static void close(List<Connection> connections) throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
