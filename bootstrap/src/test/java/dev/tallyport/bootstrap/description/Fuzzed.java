package dev.tallyport.bootstrap.description;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/// An application of its own, since nothing that others would need is spared.
public final class Fuzzed implements QuarkusTestProfile {

    /// How long an answer may take.
    static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tallyport.query-timeout",
                LIMIT.toString(),
                "quarkus.datasource.jdbc.acquisition-timeout",
                "5s");
    }
}
