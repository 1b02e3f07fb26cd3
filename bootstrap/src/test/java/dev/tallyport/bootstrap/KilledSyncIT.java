package dev.tallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.SimulatorOptions;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.devin.Standing;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged application is killed at several points of its first sync and started again.
final class KilledSyncIT {

    private static final String VENDOR_KEY = "cog_of_a_vendor";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(3, Clock.systemUTC().instant(), new Sizes(60, 4, 4, 6));

    @TempDir Path folder;

    @Test
    void aFirstSyncThatWasKilledEndsInTheSameTotals() throws Exception {
        var options = SimulatorOptions.of(VENDOR_KEY).withLatency(Duration.ofMillis(60));
        try (var vendor = new DevinSimulator(enterprise, options).start()) {
            killDuringSync(vendor, 0);
            killDuringSync(vendor, 30);
            killDuringSync(vendor, 90);
            try (var tallyport = start(vendor)) {
                tallyport.await(
                        "/api/v1/sources/acme", state -> state.path("lastCompleteAt").isTextual());

                assertThat(totals(tallyport)).isEqualTo(totalsOf(vendor));
            }
        }
    }

    private void killDuringSync(DevinSimulator vendor, int afterSteps) throws Exception {
        try (var tallyport = start(vendor)) {
            var state =
                    tallyport.await(
                            "/api/v1/sources/acme",
                            source -> source.at("/progress/steps").asInt(-1) >= afterSteps);
            assertThat(state.path("lastCompleteAt").isTextual()).isFalse();
            tallyport.kill();
        }
    }

    private RunningTallyport start(DevinSimulator vendor) throws IOException {
        return RunningTallyport.start(
                Path.of("target", "killed-sync.log"),
                Map.of(
                        "tallyport.data-dir",
                        folder.toString(),
                        "tallyport.sources.acme.connector",
                        "devin",
                        "tallyport.sources.acme.settings.base-url",
                        vendor.baseUri().toString(),
                        "tallyport.sources.acme.settings.api-key",
                        VENDOR_KEY));
    }

    private Map<String, JsonNode> totals(RunningTallyport tallyport) throws Exception {
        var totals = new TreeMap<String, JsonNode>();
        for (var path : paths()) {
            totals.put(path, comparable(tallyport.get(path)));
        }
        return totals;
    }

    private Map<String, JsonNode> totalsOf(DevinSimulator vendor) throws Exception {
        var totals = new TreeMap<String, JsonNode>();
        try (var client = HttpClient.newHttpClient()) {
            for (var path : paths()) {
                totals.put(
                        path,
                        comparable(
                                RunningTallyport.get(client, vendor.baseUri(), VENDOR_KEY, path)));
            }
        }
        return totals;
    }

    /// Tallyport counts people by whom the vendor lists, its second generation by whom it knows.
    private static JsonNode comparable(JsonNode answer) {
        ((ObjectNode) answer).remove("consumption_by_user");
        return answer;
    }

    private Iterable<String> paths() {
        var window =
                "?start_date=%s&end_date=%s"
                        .formatted(enterprise.history().start(), enterprise.history().end());
        var paths = new ArrayList<String>();
        paths.add("/v2/enterprise/consumption/daily" + window);
        enterprise
                .people(Standing.MEMBER)
                .forEach(person ->
                        paths.add(
                                "/v2/enterprise/consumption/daily/"
                                        + URLEncoder.encode(person.id(), StandardCharsets.UTF_8)
                                                .replace("+", "%20")
                                        + window));
        return paths;
    }
}
