package dev.tallyport.adapter.security;

import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.serviceuser.Secrets;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// Keeps what the provider handed out at a sign-in in the database, sealed, and gives the browser a
/// random token for it that stays the same until the session ends. Quarkus would keep it in cookies
/// that nobody can end, and change them with every refresh under the requests on their way.
@Alternative
@Priority(1)
@ApplicationScoped
class ProviderSessions implements TokenStateManager {

    private static final int REFERENCE_LENGTH = 43;

    /// What [CodeAuthenticationMechanism] notes in a request whose tokens it refreshed.
    private static final String REFRESHED = "refresh_token_grant_response";

    private static final String LOADED = "tallyport.session.loaded";
    private static final String RENEWED = "tallyport.session.renewed";

    private final Sessions sessions;
    private final Secrets secrets;
    private final InstantSource clock;
    private final BlockingSecurityExecutor workers;
    private final Seal seal;

    ProviderSessions(
            Sessions sessions,
            Secrets secrets,
            InstantSource clock,
            BlockingSecurityExecutor workers,
            InstallationSecret secret) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.clock = clock;
        this.workers = workers;
        this.seal = new Seal(secret.keyFor("tallyport session at an identity provider"));
    }

    /// Empty where there is nothing that could stand for a session.
    static Optional<String> referenceIn(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(OidcUtils.SESSION_COOKIE_NAME))
                .flatMap(cookie -> Optional.ofNullable(cookie.getValue()))
                .filter(value -> value.length() == REFERENCE_LENGTH);
    }

    /// Has a session ready for when it is asked for. Quarkus takes a store that fails for a session
    /// that is over.
    Uni<Void> load(RoutingContext context, String reference) {
        return workers.executeBlocking(() -> find(reference))
                .invoke(found -> context.put(LOADED, found))
                .replaceWithVoid();
    }

    /// @return whether it is another one than was loaded before
    Uni<Boolean> loadIfRenewed(RoutingContext context, String reference) {
        var before = loaded(context).map(AuthorizationCodeTokens::getIdToken);
        return load(context, reference)
                .map(_ -> {
                    var now = loaded(context).map(AuthorizationCodeTokens::getIdToken);
                    return now.isPresent() && !now.equals(before);
                });
    }

    private static Optional<AuthorizationCodeTokens> loaded(RoutingContext context) {
        return Objects.requireNonNullElse(
                context.<Optional<AuthorizationCodeTokens>>get(LOADED), Optional.empty());
    }

    private Optional<AuthorizationCodeTokens> find(String reference) {
        var digest = secrets.digestOf(reference);
        return sessions.kept(digest, clock.instant())
                .flatMap(sealed -> seal.open(sealed, digest))
                .map(text -> tokens(new JsonObject(text)));
    }

    /// Ends a session for good, in the browser too.
    Uni<Void> drop(RoutingContext context, String reference) {
        forget(context);
        return workers.executeBlocking(
                        () -> {
                            sessions.end(secrets.digestOf(reference));
                            return true;
                        })
                .replaceWithVoid();
    }

    /// Has the browser forget its cookie.
    static void forget(RoutingContext context) {
        OidcTenantConfig config = context.get(OidcTenantConfig.class.getName());
        if (config != null) {
            OidcUtils.removeCookie(context, config, OidcUtils.SESSION_COOKIE_NAME);
        }
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        Long seconds = context.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        var age = Duration.ofSeconds(Objects.requireNonNull(seconds));
        String renewed = context.remove(RENEWED);
        return blocking.runBlocking(
                () -> renewed == null ? start(tokens, age) : renew(renewed, tokens, age));
    }

    private String start(AuthorizationCodeTokens tokens, Duration age) {
        var reference = secrets.newToken();
        var digest = secrets.digestOf(reference);
        var claims = OidcCommonUtils.decodeJwtContent(tokens.getIdToken());
        sessions.keep(
                digest,
                ProviderClaims.account(claims),
                seal.seal(text(tokens), digest),
                clock.instant().plus(age));
        return reference;
    }

    private String renew(String reference, AuthorizationCodeTokens tokens, Duration age) {
        var digest = secrets.digestOf(reference);
        var goesOn =
                sessions.renew(digest, seal.seal(text(tokens), digest), clock.instant().plus(age));
        if (!goesOn) {
            throw new AuthenticationFailedException("the session was ended meanwhile");
        }
        return reference;
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String reference,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        return loaded(context)
                .map(Uni.createFrom()::item)
                .orElseGet(() ->
                        Uni.createFrom()
                                .failure(new AuthenticationFailedException("no such session")));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String reference,
            OidcRequestContext<Void> blocking) {
        if (isAboutToBeRenewed(context)) {
            context.put(RENEWED, reference);
            return Uni.createFrom().voidItem();
        }
        return workers.executeBlocking(
                        () -> {
                            sessions.end(secrets.digestOf(reference));
                            return true;
                        })
                .replaceWithVoid();
    }

    /// Once in a request: Quarkus deletes what it refreshed, and creates it anew.
    private static boolean isAboutToBeRenewed(RoutingContext context) {
        return Boolean.TRUE.equals(context.remove(REFRESHED));
    }

    private static String text(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("accessExpiresIn", tokens.getAccessTokenExpiresIn())
                .put("accessScope", tokens.getAccessTokenScope())
                .encode();
    }

    private static AuthorizationCodeTokens tokens(JsonObject json) {
        return new AuthorizationCodeTokens(
                json.getString("id"),
                json.getString("access"),
                json.getString("refresh"),
                json.getLong("accessExpiresIn"),
                json.getString("accessScope"));
    }
}
