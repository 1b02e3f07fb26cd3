package dev.tallyport.bootstrap.identity;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/// Takes the provider's word for less long than anybody should, so that tests need not wait.
public final class ImpatientTrust implements QuarkusTestProfile {

    static final Duration TRUST = Duration.ofSeconds(2);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "provider.confirm-after",
                TRUST.toString(),
                "quarkus.oidc.token.forced-jwk-refresh-interval",
                "PT1S");
    }
}
