package dev.tallyport.adapter.security;

import dev.tallyport.application.account.SignIn;
import dev.tallyport.application.account.SignInWays;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;

/// Where browsers sign in at the identity provider and out again.
@ApplicationScoped
class ProviderRoutes {

    private static final String SIGN_OUT = "/sign-out";

    private final SignInWays ways;
    private final SignIn signIn;
    private final BlockingSecurityExecutor workers;

    ProviderRoutes(SignInWays ways, SignIn signIn, BlockingSecurityExecutor workers) {
        this.ways = ways;
        this.signIn = signIn;
        this.workers = workers;
    }

    void register(@Observes Router router) {
        router.get(ProviderAuthentication.SIGN_IN).handler(this::signedIn);
        router.post(SIGN_OUT).handler(this::signOut);
    }

    /// Nobody gets here: see [ProviderAuthentication].
    private void signedIn(RoutingContext context) {
        if (!ways.provider()) {
            ProblemAnswer.NOT_FOUND.send(context, "There is no identity provider here");
            return;
        }
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, "/")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /// The page goes where the answer says, to be signed out at the provider too: it could not
    /// follow a redirect to another origin.
    private void signOut(RoutingContext context) {
        context.request().resume();
        if (!ways.provider()) {
            ProblemAnswer.NOT_FOUND.send(context, "There is no identity provider here");
            return;
        }
        var identity =
                context.user() instanceof QuarkusHttpUser user
                        ? user.getSecurityIdentity()
                        : Identities.nobody();
        var viewer = Identities.viewer(identity);
        if (viewer.isEmpty()) {
            ProblemAnswer.UNAUTHORIZED.send(context, "Nobody is signed in");
            return;
        }
        var session = Identities.session(identity).filter(known -> !known.local());
        if (session.isEmpty()) {
            ProblemAnswer.CONFLICT.send(
                    context,
                    "This request belongs to no session of the identity provider; one of a local"
                            + " account ends at /api/v1/session");
            return;
        }
        workers.executeBlocking(
                        () -> {
                            signIn.out(viewer.get(), session.get());
                            return true;
                        })
                .subscribe()
                .with(
                        _ -> {
                            ProviderSessions.forget(context);
                            context.response()
                                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                                    .end(
                                            new JsonObject()
                                                    .put("location", afterwards(context, identity))
                                                    .encode());
                        },
                        context::fail);
    }

    private static String afterwards(RoutingContext context, SecurityIdentity identity) {
        OidcConfigurationMetadata provider =
                identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        var token = identity.getCredential(IdTokenCredential.class);
        var home = URI.create(context.request().absoluteURI()).resolve("/").toString();
        return Optional.ofNullable(provider)
                .flatMap(known -> Optional.ofNullable(known.getEndSessionUri()))
                .map(end ->
                        end
                                + (end.contains("?") ? "&" : "?")
                                + "id_token_hint="
                                + token.getToken()
                                + "&post_logout_redirect_uri="
                                + OidcCommonUtils.urlEncode(home))
                .orElse(home);
    }
}
