package dev.tallyport.adapter.security;

import dev.tallyport.application.account.CurrentSession;
import dev.tallyport.application.serviceuser.Secrets;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Knows programs by the key they send, and people by the cookie of a session of a local account.
/// What proves nothing is no error here: each dialect refuses nobody in its own shape.
@ApplicationScoped
class KeyAuthenticationMechanism implements HttpAuthenticationMechanism {

    /// How every key begins that Devin's clients take for one. No other kind of token does.
    private static final String KEY_PREFIX = "cog_";

    private static final int TOKEN_LENGTH = 43;

    private final Optional<SecretKey> bootstrapKey;
    private final Secrets secrets;

    KeyAuthenticationMechanism(
            @ConfigProperty(name = "tallyport.bootstrap-key") Optional<String> bootstrapKey,
            Secrets secrets) {
        this.bootstrapKey = bootstrapKey.filter(key -> !key.isBlank()).map(SecretKey::of);
        this.secrets = secrets;
    }

    /// No identity leaves the request to the identity provider.
    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identityProviders) {
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return authorization == null
                ? bySession(context, identityProviders)
                : BearerToken.in(authorization)
                        .map(token -> byToken(token, identityProviders))
                        .orElseGet(Uni.createFrom()::nullItem);
    }

    /// What looks like a key and is none is refused at once, before anything is looked up.
    private Uni<SecurityIdentity> byToken(String token, IdentityProviderManager identityProviders) {
        if (bootstrapKey.filter(key -> key.matches(token)).isPresent()) {
            return identityProviders.authenticate(new ProofRequest(new Proof.BootstrapKey()));
        }
        if (!token.startsWith(KEY_PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        return secrets.mayBeKey(token)
                ? identityProviders.authenticate(new ProofRequest(new Proof.Key(token)))
                : Uni.createFrom().item(Identities.nobody());
    }

    private static Uni<SecurityIdentity> bySession(
            RoutingContext context, IdentityProviderManager identityProviders) {
        var cookie = context.request().getCookie(CurrentSession.COOKIE);
        if (cookie == null
                || cookie.getValue().length() != TOKEN_LENGTH
                || isForOperators(context)) {
            return Uni.createFrom().nullItem();
        }
        return identityProviders
                .authenticate(new ProofRequest(new Proof.SessionToken(cookie.getValue())))
                .map(identity -> identity.isAnonymous() ? null : identity);
    }

    /// Health and metrics are answered also while the database is not.
    static boolean isForOperators(RoutingContext context) {
        return context.normalizedPath().startsWith("/q/");
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ProofRequest.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
