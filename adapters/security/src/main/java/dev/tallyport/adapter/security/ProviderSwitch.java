package dev.tallyport.adapter.security;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Switches OpenID Connect off where no provider is configured: Quarkus would not start without
/// one. What somebody configured themselves counts more than anything from here.
public final class ProviderSwitch implements ConfigSourceFactory {

    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final int LESS_THAN_ANYBODY = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var settings = new HashMap<String, String>();
        var isGiven = given(context, PROVIDER).isPresent();
        settings.put("quarkus.oidc.tenant-enabled", Boolean.toString(isGiven));
        if (isGiven && given(context, "quarkus.oidc.authentication.pkce-secret").isEmpty()) {
            given(context, "tallyport.secret-key")
                    .flatMap(ProviderSwitch::stateSecret)
                    .ifPresent(secret ->
                            settings.put("quarkus.oidc.authentication.state-secret", secret));
        }
        return List.of(
                new PropertiesConfigSource(
                        settings, "whether there is an identity provider", LESS_THAN_ANYBODY));
    }

    private static Optional<String> given(ConfigSourceContext context, String key) {
        return Optional.ofNullable(context.getValue(key))
                .flatMap(value -> Optional.ofNullable(value.getValue()))
                .filter(text -> !text.isBlank());
    }

    /// Whichever instance a browser comes back to from the provider knows what another one sent
    /// along. A key that is not well-formed is somebody else's to refuse.
    private static Optional<String> stateSecret(String secretKey) {
        try {
            var tag =
                    new InstallationSecret(Optional.of(secretKey))
                            .keyFor("tallyport sign-in at an identity provider")
                            .tagOf("state");
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(tag));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
