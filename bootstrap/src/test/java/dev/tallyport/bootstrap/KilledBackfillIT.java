package dev.tallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.bootstrap.database.EmbeddedDatabase;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two packaged applications on one database; the one that does a backfill is killed in the middle.
final class KilledBackfillIT {

    private static final String VENDOR_KEY = "cog_of_a_slow_vendor";
    private static final String SOURCE = "backfilled";
    private static final String SOURCE_PATH = "/api/v1/sources/" + SOURCE;
    private static final String RESTATED = "77.77";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(5, Clock.systemUTC().instant(), new Sizes(30, 3, 3, 5));

    @TempDir Path folder;

    @Test
    void theOtherInstanceFinishesTheBackfillWithNothingMissingOrDoubled() throws Exception {
        var options = SimulatorOptions.of(VENDOR_KEY).withLatency(Duration.ofMillis(25));
        try (var database = EmbeddedDatabase.start(folder, InstantSource.system());
                var vendor = new DevinSimulator(enterprise, options).start();
                var one = start(database, vendor, "one");
                var two = start(database, vendor, "two")) {
            one.await(SOURCE_PATH, state -> state.path("lastCompleteAt").isTextual());
            restateEveryTenthDay();
            var days = enterprise.history();
            var job =
                    one.post(
                            SOURCE_PATH + "/backfills",
                            "{\"from\": \"%s\", \"to\": \"%s\", \"days\": 10}"
                                    .formatted(days.from(), enterprise.currentCycle().from()));
            var jobPath = SOURCE_PATH + "/jobs/" + job.path("id").asLong();

            two.await(jobPath, state -> state.path("done").asInt() >= 2);
            var killed = leaseOwner(database);
            var survivor = killed.equals("one") ? two : one;
            (killed.equals("one") ? one : two).kill();
            var ended = survivor.await(jobPath, state -> !isOpen(state));

            assertThat(ended.path("state").asText()).isEqualTo("complete");
            assertThat(ended.path("done").asInt()).isEqualTo(ended.path("parts").asInt());
            assertThat(ended.at("/counts/changed").asLong()).isPositive();
            assertThat(totals(survivor)).isEqualTo(totalsOf(vendor));
        }
    }

    private static boolean isOpen(JsonNode job) {
        return job.path("state").asText().equals("open");
    }

    private void restateEveryTenthDay() {
        var person = enterprise.people(Standing.MEMBER).getFirst();
        var organization = person.organizations().getFirst();
        enterprise
                .history()
                .from()
                .datesUntil(enterprise.currentCycle().from(), Period.ofDays(10))
                .forEach(day ->
                        enterprise.restate(
                                day, person.id(), organization, "devin", new BigDecimal(RESTATED)));
    }

    /// Whoever reads the source now; it may be nobody for a moment between two parts.
    private static String leaseOwner(EmbeddedDatabase database)
            throws SQLException, InterruptedException {
        while (true) {
            try (var connection =
                            DriverManager.getConnection(
                                    database.jdbcUrl(), database.username(), database.password());
                    var statement =
                            connection.prepareStatement(
                                    "select lease_owner from source"
                                            + " where name = ? and lease_owner is not null")) {
                statement.setString(1, SOURCE);
                try (var rows = statement.executeQuery()) {
                    if (rows.next()) {
                        return rows.getString(1);
                    }
                }
            }
            Thread.sleep(5);
        }
    }

    private static RunningTallyport start(
            EmbeddedDatabase database, DevinSimulator vendor, String instance) throws IOException {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("tallyport.secret-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("tallyport.instance", instance);
        settings.put("tallyport.sources." + SOURCE + ".connector", "devin");
        settings.put("tallyport.sources." + SOURCE + ".every", "PT12H");
        settings.put(
                "tallyport.sources." + SOURCE + ".settings.base-url", vendor.baseUri().toString());
        settings.put("tallyport.sources." + SOURCE + ".settings.api-key", VENDOR_KEY);
        return RunningTallyport.start(
                Path.of("target", "killed-backfill-" + instance + ".log"), settings);
    }

    /// What the source declares and what it holds in parts, by day.
    private Map<String, BigDecimal> totals(RunningTallyport tallyport) throws Exception {
        var days = enterprise.history();
        var usage =
                tallyport.get(
                        "/api/v1/usage?groupBy=day&from=%s&to=%s"
                                        .formatted(days.from(), days.until())
                                + "&organization="
                                + String.join(
                                        ",",
                                        enterprise.organizations().stream()
                                                .map(organization -> organization.id())
                                                .toList()));
        var totals = new HashMap<String, BigDecimal>();
        usage.path("rows")
                .forEach(row ->
                        totals.put(
                                row.path("day").asText(),
                                row.path("quantity").decimalValue().stripTrailingZeros()));
        totals.values().removeIf(total -> total.signum() == 0);
        return totals;
    }

    private Map<String, BigDecimal> totalsOf(DevinSimulator vendor) throws Exception {
        var totals = new HashMap<String, BigDecimal>();
        try (var client = HttpClient.newHttpClient()) {
            for (var organization : enterprise.organizations()) {
                var days =
                        RunningTallyport.get(
                                client,
                                vendor.baseUri(),
                                VENDOR_KEY,
                                "/v3/enterprise/consumption/daily/organizations/%s?time_after=%d&time_before=%d"
                                        .formatted(
                                                organization.id(),
                                                enterprise.history().start().getEpochSecond(),
                                                enterprise.history().end().getEpochSecond()));
                for (var day : days.path("consumption_by_date")) {
                    var label =
                            Instant.ofEpochSecond(day.path("date").asLong())
                                    .toString()
                                    .substring(0, 10);
                    totals.merge(label, day.path("acus").decimalValue(), BigDecimal::add);
                }
            }
        }
        totals.replaceAll((_, total) -> total.stripTrailingZeros());
        totals.values().removeIf(total -> total.signum() == 0);
        return totals;
    }
}
