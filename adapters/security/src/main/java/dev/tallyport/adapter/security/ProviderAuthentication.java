package dev.tallyport.adapter.security;

import dev.tallyport.application.access.TokenClaims;
import dev.tallyport.application.account.SignInWays;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/// Knows people and programs by what an identity provider says of them. Whatever it refuses, and
/// whoever it cannot be asked about, is nobody; only where one signs in does a browser get sent to
/// it.
@ApplicationScoped
class ProviderAuthentication {

    /// Where a browser goes to sign in, and where the provider sends it back to.
    static final String SIGN_IN = "/sign-in/provider";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String STATE_COOKIE = "q_auth";

    /// Somebody whom the provider stands by at this moment.
    private record VouchedFor(SecurityIdentity identity, TokenClaims claims) {

        static VouchedFor of(SecurityIdentity identity) {
            return new VouchedFor(identity, ProviderClaims.of(identity));
        }
    }

    private final SignInWays ways;
    private final OidcAuthenticationMechanism oidc;
    private final ForUs forUs;
    private final Confirmation confirmation;
    private final ProviderSessions sessions;
    private final Identities identities;
    private final BlockingSecurityExecutor workers;
    private final ProviderTroubles troubles;
    private final Turns turns = new Turns(PATIENCE);

    ProviderAuthentication(
            SignInWays ways,
            OidcAuthenticationMechanism oidc,
            ForUs forUs,
            Confirmation confirmation,
            ProviderSessions sessions,
            Identities identities,
            BlockingSecurityExecutor workers,
            ProviderTroubles troubles) {
        this.ways = ways;
        this.oidc = oidc;
        this.forUs = forUs;
        this.confirmation = confirmation;
        this.sessions = sessions;
        this.identities = identities;
        this.workers = workers;
        this.troubles = troubles;
    }

    Set<Class<? extends AuthenticationRequest>> credentialTypes() {
        return oidc.getCredentialTypes();
    }

    /// No identity for nobody.
    Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identityProviders) {
        if (!ways.provider()) {
            return Uni.createFrom().nullItem();
        }
        var own = Objects.requireNonNull(Vertx.currentContext());
        var attempt =
                new Attempt(context, identityProviders, task -> own.runOnContext(_ -> task.run()));
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return BearerToken.in(authorization).isPresent()
                    ? attempt.byToken()
                    : Uni.createFrom().nullItem();
        }
        if (context.request().method().equals(HttpMethod.GET)
                && context.normalizedPath().equals(SIGN_IN)) {
            return attempt.bySession().onItem().ifNull().switchTo(attempt::bySigningIn);
        }
        return KeyAuthenticationMechanism.isForOperators(context)
                ? Uni.createFrom().nullItem()
                : attempt.bySession();
    }

    /// One request. Goes on, on its own event loop, whichever one answers of the provider come back
    /// on.
    private final class Attempt {

        private final RoutingContext context;
        private final IdentityProviderManager identityProviders;
        private final Executor own;

        Attempt(RoutingContext context, IdentityProviderManager identityProviders, Executor own) {
            this.context = context;
            this.identityProviders = identityProviders;
            this.own = own;
        }

        Uni<SecurityIdentity> byToken() {
            return orNobody(confirmed(identified().onItem().ifNotNull().invoke(forUs::check)))
                    .onItem()
                    .ifNotNull()
                    .transformToUni(somebody ->
                            workers.executeBlocking(() ->
                                    identities.ofToken(somebody.claims(), somebody.identity())));
        }

        /// A store that fails is an error, and not nobody.
        Uni<SecurityIdentity> bySession() {
            return ProviderSessions.referenceIn(context)
                    .map(this::bySession)
                    .orElseGet(Uni.createFrom()::nullItem);
        }

        private Uni<SecurityIdentity> bySession(String reference) {
            return turns.inTurn(
                            reference,
                            own,
                            () ->
                                    sessions.load(context, reference)
                                            .chain(() -> orNobody(kept(reference))))
                    .onItem()
                    .ifNotNull()
                    .transformToUni(somebody ->
                            workers.executeBlocking(() ->
                                    identities.ofCookie(
                                            somebody.claims(), reference, somebody.identity())));
        }

        /// A session that the provider refuses to go on with ends at once, unless another instance
        /// was quicker to renew it.
        private Uni<SecurityIdentity> kept(String reference) {
            return confirmed(identified())
                    .onFailure(ProviderFailure::isRefusal)
                    .recoverWithUni(failure ->
                            sessions.loadIfRenewed(context, reference)
                                    .chain(renewed ->
                                            renewed
                                                    ? confirmed(identified())
                                                    : Uni.createFrom().failure(failure)))
                    .onFailure(ProviderFailure::isRefusal)
                    .call(() -> sessions.drop(context, reference));
        }

        private Uni<SecurityIdentity> identified() {
            return Uni.createFrom().deferred(() -> oidc.authenticate(context, identityProviders));
        }

        private Uni<SecurityIdentity> confirmed(Uni<SecurityIdentity> identified) {
            return identified.onItem().ifNotNull().transformToUni(confirmation::confirmed);
        }

        private Uni<VouchedFor> orNobody(Uni<SecurityIdentity> confirmed) {
            return confirmed
                    .onItem()
                    .ifNotNull()
                    .transform(VouchedFor::of)
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .emitOn(own)
                    .onFailure()
                    .invoke(troubles::note)
                    .onFailure()
                    .recoverWithNull();
        }

        /// Always ends in a redirect: to the provider or, having come from it, home.
        Uni<SecurityIdentity> bySigningIn() {
            return identified()
                    .onFailure(AuthenticationFailedException.class)
                    .recoverWithNull()
                    .onItem()
                    .ifNull()
                    .switchTo(this::toProvider)
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .emitOn(own)
                    .onFailure(failure -> !(failure instanceof AuthenticationRedirectException))
                    .transform(this::home);
        }

        /// Never twice in a row: a browser that keeps no cookies would go back and forth forever.
        private Uni<SecurityIdentity> toProvider() {
            var query = context.queryParams();
            if (query.contains("code") || query.contains("error")) {
                return Uni.createFrom()
                        .failure(
                                new AuthenticationCompletionException(
                                        "the browser came back from the provider without what it"
                                                + " was sent there with"));
            }
            return oidc.getChallenge(context)
                    .map(challenge -> {
                        if (challenge == null || challenge.status != 302) {
                            throw new AuthenticationCompletionException("no way to the provider");
                        }
                        context.request().cookies().stream()
                                .filter(cookie -> cookie.getName().startsWith(STATE_COOKIE))
                                .forEach(cookie -> cookie.setSameSite(CookieSameSite.LAX));
                        throw new AuthenticationRedirectException(
                                challenge.headerContent.toString());
                    });
        }

        private Throwable home(Throwable failure) {
            troubles.note(failure);
            return new AuthenticationRedirectException(
                    failure instanceof AuthenticationCompletionException
                            ? "/?sign-in=failed"
                            : "/?sign-in=unavailable");
        }
    }
}
