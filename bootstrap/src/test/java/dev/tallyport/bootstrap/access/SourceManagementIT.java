package dev.tallyport.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tallyport.bootstrap.RunningTallyport;
import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources that are set up while the application runs, against a simulated vendor.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class SourceManagementIT {

    private static final String WRONG_KEY = "cog_that-nobody-issued-123";

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    @SuppressWarnings("NullAway.Init") // injected
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    @SuppressWarnings("NullAway.Init") // injected
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    @SuppressWarnings("NullAway.Init") // injected
    String password;

    @ConfigProperty(name = "tallyport.secret-key")
    @SuppressWarnings("NullAway.Init") // injected
    String secretKey;

    private String settings(String key) {
        return "{\"base-url\": \"%s\", \"api-key\": \"%s\"}".formatted(vendor.baseUri(), key);
    }

    private void create(String name, String key, String more) {
        Cast.OPERATOR
                .post(
                        "/api/v1/sources",
                        "{\"name\": \"%s\", \"connector\": \"devin\", \"settings\": %s%s}"
                                .formatted(name, settings(key), more))
                .then()
                .statusCode(201)
                .body("setup.managed", equalTo(true))
                .body("setup.secrets", equalTo(List.of("api-key")))
                .body("setup.settings", not(hasItem(key)));
    }

    private static JsonPath await(String name, Predicate<JsonPath> fits)
            throws InterruptedException {
        var until = Clock.systemUTC().instant().plus(Duration.ofMinutes(2));
        while (Clock.systemUTC().instant().isBefore(until)) {
            var source = Cast.OPERATOR.get("/api/v1/sources/" + name).jsonPath();
            if (fits.test(source)) {
                return source;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("waited in vain for source " + name);
    }

    private static void change(String name, String change) {
        Cast.OPERATOR.ask("PATCH", "/api/v1/sources/" + name, change).then().statusCode(200);
    }

    @Test
    void aSourceIsReadFromWhenItIsSetUpUntilItIsRemovedAndItsUsageStays() throws Exception {
        create("globex", SampleVendor.VENDOR_KEY, "");
        await("globex", source -> source.getString("lastCompleteAt") != null);

        change("globex", "{\"paused\": true}");
        var paused = await("globex", source -> source.get("progress") == null);
        Cast.OPERATOR
                .ask("POST", "/api/v1/sources/globex/sync", null)
                .then()
                .statusCode(409)
                .body("detail", containsString("paused"));

        change("globex", "{\"paused\": false}");
        await(
                "globex",
                source ->
                        source.getString("lastCompleteAt")
                                        .compareTo(paused.getString("lastCompleteAt"))
                                > 0);

        Cast.OPERATOR.ask("DELETE", "/api/v1/sources/globex", null).then().statusCode(204);
        Cast.OPERATOR
                .get("/api/v1/sources/globex")
                .then()
                .statusCode(200)
                .body("declared", equalTo(false))
                .body("setup", nullValue());
        Cast.OPERATOR
                .get("/api/v1/organizations")
                .then()
                .statusCode(200)
                .body("source", hasItem("globex"));
        assertThat(dumped()).doesNotContain("globex");
    }

    @Test
    void aPauseStopsTheSyncThatIsUnderWay() throws Exception {
        create("slow", SampleVendor.VENDOR_KEY, "");
        await(
                "slow",
                source -> source.get("progress") != null || source.get("lastCompleteAt") != null);

        change("slow", "{\"paused\": true}");

        await("slow", source -> source.get("progress") == null);
    }

    @Test
    void aWrongKeyIsNamedAndAppearsNowhere() throws Exception {
        var logged = new ArrayList<String>();
        var handler = remembering(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            create("initech", SampleVendor.VENDOR_KEY, ", \"paused\": true");
            Cast.OPERATOR
                    .ask("POST", "/api/v1/sources/initech/check", "{}")
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("ok"));

            change(
                    "initech",
                    "{\"paused\": false, \"settings\": {\"api-key\": \"%s\"}}"
                            .formatted(WRONG_KEY));
            var answers = new ArrayList<String>();
            var checked = Cast.OPERATOR.ask("POST", "/api/v1/sources/initech/check", "{}");
            checked.then()
                    .statusCode(200)
                    .body("result", equalTo("misconfigured"))
                    .body("key", equalTo("api-key"));
            await("initech", source -> source.getInt("failures") > 0);

            answers.add(checked.asString());
            answers.add(Cast.OPERATOR.get("/api/v1/sources").asString());
            answers.add(Cast.OPERATOR.get("/api/v1/sources/initech").asString());
            answers.add(Cast.OPERATOR.get("/api/v1/audit?limit=1000").asString());
            for (var told : List.of(answers.toString(), logged.toString(), dumped())) {
                assertThat(told)
                        .contains("initech")
                        .doesNotContain(WRONG_KEY)
                        .doesNotContain(SampleVendor.VENDOR_KEY);
            }
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Cast.OPERATOR
                .post(
                        "/api/v1/sources",
                        """
                        {"name": "bad", "connector": "devin", "settings":
                            {"base-url": "http://169.254.169.254", "api-kee": "hunter2",
                             "concurrency": "many"}}
                        """)
                .then()
                .statusCode(400)
                .body(
                        "violations.member",
                        hasItems(
                                "settings.base-url",
                                "settings.api-key",
                                "settings.api-kee",
                                "settings.concurrency"))
                .body(not(containsString("hunter2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE"})
    void aSourceOfTheConfigurationIsChangedThere(String method) {
        Cast.OPERATOR
                .get("/api/v1/sources/acme")
                .then()
                .body("setup.managed", equalTo(false))
                .body("setup.secrets", equalTo(List.of("api-key")));
        Cast.OPERATOR
                .ask(
                        method,
                        "/api/v1/sources/acme",
                        method.equals("PATCH") ? "{\"paused\": true}" : null)
                .then()
                .statusCode(409)
                .body("detail", containsString("configuration"));
    }

    @Test
    void aFormCanBeBuiltFromWhatAConnectorSaysOfItself() {
        Cast.OPERATOR
                .get("/api/v1/connectors")
                .then()
                .statusCode(200)
                .body("id", hasItem("devin"))
                .body(
                        "find { it.id == 'devin' }.settings.find { it.key == 'api-key' }.secret",
                        equalTo(true));
    }

    /// The instance under test is the one that was not given the new key.
    @Test
    void aNewKeyTakesOverAndWhoeverLacksItSaysWhichSourceCannotBeRead() throws Exception {
        create("rotated", SampleVendor.VENDOR_KEY, ", \"paused\": true");
        var settings =
                Map.of(
                        "quarkus.datasource.jdbc.url", url,
                        "quarkus.datasource.username", user,
                        "quarkus.datasource.password", password,
                        "tallyport.secret-key", "OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=",
                        "tallyport.secret-key-previous", secretKey);
        var log = Path.of("target", "instance-with-a-new-key.log");
        try (var renewed = RunningTallyport.start(log, settings)) {
            renewed.await(
                    "/api/v1/sources/rotated",
                    answer -> answer.path("setup").path("trouble").isNull());
        }

        Cast.OPERATOR
                .get("/api/v1/sources/rotated")
                .then()
                .body("setup.trouble", containsString("api-key"))
                .body("setup.trouble", containsString("tallyport.secret-key-previous"));
        Cast.OPERATOR.get("/api/v1/sources/acme").then().body("setup.trouble", nullValue());
        Cast.OPERATOR.ask("DELETE", "/api/v1/sources/rotated", null).then().statusCode(204);
    }

    private String dumped() throws SQLException {
        var dump = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : List.of("managed_source", "managed_source_setting")) {
                try (var rows =
                        statement.executeQuery("select t::text from %s t".formatted(table))) {
                    while (rows.next()) {
                        dump.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private static Handler remembering(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                synchronized (lines) {
                    lines.add(
                            line.getMessage()
                                    + " "
                                    + Arrays.toString(line.getParameters())
                                    + " "
                                    + line.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
