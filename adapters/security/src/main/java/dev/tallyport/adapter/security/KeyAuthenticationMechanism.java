package dev.tallyport.adapter.security;

import dev.tallyport.application.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Knows programs by the key they send. A key that nobody has is no error here: each dialect
/// refuses it in its own shape.
@ApplicationScoped
class KeyAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final Viewer BOOTSTRAP =
            new Viewer("bootstrap key", new Visibility.Everything());

    private final Optional<SecretKey> bootstrapKey;

    KeyAuthenticationMechanism(
            @ConfigProperty(name = "tallyport.bootstrap-key") Optional<String> bootstrapKey) {
        this.bootstrapKey = bootstrapKey.filter(key -> !key.isBlank()).map(SecretKey::of);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identityProviders) {
        var identity =
                viewerOf(BearerToken.in(request.request().getHeader(HttpHeaders.AUTHORIZATION)))
                        .map(KeyAuthenticationMechanism::identityOf);
        return Uni.createFrom().optional(identity);
    }

    Optional<Viewer> viewerOf(Optional<String> token) {
        return token.filter(sent -> bootstrapKey.filter(key -> key.matches(sent)).isPresent())
                .map(_ -> BOOTSTRAP);
    }

    private static SecurityIdentity identityOf(Viewer viewer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(viewer.name()))
                .addAttribute(SecurityCurrentViewer.VIEWER, viewer)
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
