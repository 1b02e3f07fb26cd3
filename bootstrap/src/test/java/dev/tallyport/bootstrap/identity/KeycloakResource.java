package dev.tallyport.bootstrap.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Makes the realm `tallyport` the application's provider; a test that has a field of
/// [KeycloakServer] is given it.
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

    private final KeycloakServer keycloak = KeycloakServer.shared();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                keycloak.issuer().toString(),
                "quarkus.oidc.client-id",
                KeycloakServer.CLIENT,
                "quarkus.oidc.credentials.secret",
                KeycloakServer.secretOf(KeycloakServer.CLIENT));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(keycloak, new TestInjector.MatchesType(KeycloakServer.class));
    }

    /// The server goes on for the next class; it ends with the JVM.
    @Override
    public void stop() {}
}
