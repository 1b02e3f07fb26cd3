package dev.tallyport.adapter.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.HashSet;
import java.util.Set;

/// The only mechanism that Quarkus asks, as an alternative hides all others: what we handed out
/// ourselves comes first, and the identity provider's is asked about what is left.
@Alternative
@Priority(1)
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {

    private final KeyAuthenticationMechanism own;
    private final ProviderAuthentication provider;

    SignInMechanism(KeyAuthenticationMechanism own, ProviderAuthentication provider) {
        this.own = own;
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identityProviders) {
        return own.authenticate(context, identityProviders)
                .onItem()
                .ifNull()
                .switchTo(() -> provider.authenticate(context, identityProviders));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        var types = new HashSet<>(own.getCredentialTypes());
        types.addAll(provider.credentialTypes());
        return types;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return own.getChallenge(context);
    }
}
