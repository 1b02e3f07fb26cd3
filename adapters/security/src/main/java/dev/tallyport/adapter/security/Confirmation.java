package dev.tallyport.adapter.security;

import dev.tallyport.adapter.security.ProviderFailure.NotConfirmedException;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Asks the provider about tokens that it has not spoken about for a while, so that an account that
/// is disabled there is felt here, however long its tokens live.
@ApplicationScoped
class Confirmation {

    /// Knows only so many tokens: one more, and the one asked about longest ago is forgotten.
    private static final int MOST_TOKENS = 10_000;

    /// After which a question is asked anew by whoever comes next.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /// What the provider said, or is about to say, and since when.
    private record Answer(Instant at, Uni<Boolean> stands) {}

    private final Duration trust;
    private final InstantSource clock;
    private final Map<String, Answer> answers =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
                    return size() > MOST_TOKENS;
                }
            };

    /// @param trust for how long the provider's word is taken; never configured but by tests, which
    ///   cannot wait
    Confirmation(
            @ConfigProperty(name = "provider.confirm-after", defaultValue = "PT4M") Duration trust,
            InstantSource clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /// Fails with a [NotConfirmedException] when the provider says no, and in any other way when it
    /// cannot be asked.
    Uni<SecurityIdentity> confirmed(SecurityIdentity identity) {
        var now = clock.instant();
        if (identity.getPrincipal() instanceof JsonWebToken token
                && isFresh(Instant.ofEpochSecond(token.getIssuedAtTime()), now)) {
            return Uni.createFrom().item(identity);
        }
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("no token to ask about"));
        }
        return stands(identity, credential.getToken(), now)
                .map(stands -> {
                    if (!stands) {
                        throw new NotConfirmedException();
                    }
                    return identity;
                });
    }

    private boolean isFresh(Instant stated, Instant now) {
        return stated.plus(trust).isAfter(now);
    }

    /// Requests that come with the same token share one question.
    private synchronized Uni<Boolean> stands(SecurityIdentity identity, String token, Instant now) {
        var key = Digest.hexOf(token);
        var known = answers.get(key);
        if (known != null && isFresh(known.at(), now)) {
            return known.stands();
        }
        var stands =
                ask(identity, token)
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .invoke(() -> forget(key))
                        .memoize()
                        .indefinitely();
        answers.remove(key);
        answers.put(key, new Answer(now, stands));
        return stands;
    }

    private synchronized void forget(String key) {
        answers.remove(key);
    }

    /// A client without a secret may not introspect; what it can show is that the token still opens
    /// the holder's own description.
    private static Uni<Boolean> ask(SecurityIdentity identity, String token) {
        OidcProviderClient provider = identity.getAttribute(OidcProviderClient.class.getName());
        OidcConfigurationMetadata endpoints =
                identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        var described =
                Uni.createFrom().deferred(() -> provider.getUserInfo(token)).replaceWith(true);
        return endpoints.getIntrospectionUri() == null
                ? described
                : provider.introspectAccessToken(token)
                        .map(answer -> answer.isActive())
                        .onFailure()
                        .recoverWithUni(described);
    }
}
