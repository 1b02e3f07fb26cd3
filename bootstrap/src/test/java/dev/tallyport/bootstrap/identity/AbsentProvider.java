package dev.tallyport.bootstrap.identity;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// A provider at an address where nobody listens.
public final class AbsentProvider implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "http://127.0.0.1:1/realms/tallyport",
                "quarkus.oidc.client-id",
                KeycloakServer.CLIENT,
                "quarkus.oidc.credentials.secret",
                KeycloakServer.secretOf(KeycloakServer.CLIENT));
    }
}
