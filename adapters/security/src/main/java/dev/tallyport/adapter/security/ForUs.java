package dev.tallyport.adapter.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Refuses tokens that the provider signed, but not for programs to come to us with. Quarkus takes
/// a token for anybody as long as no audience is configured.
@ApplicationScoped
class ForUs {

    /// What Keycloak writes into access tokens; other providers write nothing.
    private static final String ACCESS_TOKEN = "Bearer";

    /// Only ID tokens have these, and tokens that tell of a sign-out.
    private static final Set<String> OF_OTHER_TOKENS = Set.of("at_hash", "nonce", "events");

    private final Optional<List<String>> audience;
    private final Optional<String> clientId;

    ForUs(
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> clientId) {
        this.audience = audience;
        this.clientId = clientId;
    }

    /// @throws AuthenticationFailedException when it is not
    void check(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException("no token that says what it is for");
        }
        if (!isAccessToken(token)) {
            throw new AuthenticationFailedException("no access token");
        }
        if (audience.isEmpty() && !isMeantForUs(token)) {
            throw new AuthenticationFailedException("a token for somebody else");
        }
    }

    private static boolean isAccessToken(JsonWebToken token) {
        var type = token.<Object>getClaim("typ");
        return type == null
                ? OF_OTHER_TOKENS.stream().noneMatch(token::containsClaim)
                : ACCESS_TOKEN.equals(type.toString());
    }

    private boolean isMeantForUs(JsonWebToken token) {
        var meant = Objects.requireNonNullElse(token.getAudience(), Set.<String>of());
        return clientId.filter(id -> meant.contains(id) || id.equals(token.getClaim("azp")))
                .isPresent();
    }
}
