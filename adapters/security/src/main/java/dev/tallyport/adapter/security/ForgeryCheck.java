package dev.tallyport.adapter.security;

import dev.tallyport.application.account.CurrentSession;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/// Refuses what a browser was made to send by somebody else's page. A browser adds cookies by
/// itself, and never a key or a token: only those who prove themselves by one are not checked.
@ApplicationScoped
class ForgeryCheck {

    private static final Set<HttpMethod> CHANGING_NOTHING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String FOREIGN =
            "This request was sent by a page of another origin. If it was not, the proxy in front"
                    + " must say which address it is called by, and be trusted to:"
                    + " quarkus.http.proxy.*";
    private static final String UNPROVEN =
            "Send the session's token against forged requests as " + CurrentSession.CSRF_HEADER;

    /// After it is known who asks, and before anything is done for them, whatever the path.
    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHandlerPriorities.AUTHENTICATION - 1);
    }

    void check(RoutingContext context) {
        objection(context)
                .ifPresentOrElse(
                        objection -> ProblemAnswer.FORBIDDEN.send(context, objection),
                        context::next);
    }

    private static Optional<String> objection(RoutingContext context) {
        var request = context.request();
        if (CHANGING_NOTHING.contains(request.method())) {
            return Optional.empty();
        }
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            return Optional.of(UNPROVEN);
        }
        var identity = user.getSecurityIdentity();
        var session = Identities.session(identity);
        var isKnown = !identity.isAnonymous();
        if (isKnown && session.isEmpty() && sendsToken(request)) {
            return Optional.empty();
        }
        if (isForeign(request)) {
            return Optional.of(FOREIGN);
        }
        var isProven =
                session.map(known -> sendsCsrfToken(request, known.csrfToken())).orElse(!isKnown);
        return isProven ? Optional.empty() : Optional.of(UNPROVEN);
    }

    private static boolean sendsToken(HttpServerRequest request) {
        return BearerToken.in(request.getHeader(HttpHeaders.AUTHORIZATION)).isPresent();
    }

    private static boolean sendsCsrfToken(HttpServerRequest request, String right) {
        var sent = request.getHeader(CurrentSession.CSRF_HEADER);
        return sent != null && Digest.areSame(sent, right);
    }

    private static boolean isForeign(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return (origin != null && !origin.equalsIgnoreCase(ownOrigin(request)))
                || "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"));
    }

    /// As browsers write it: without the port that goes without saying.
    private static String ownOrigin(HttpServerRequest request) {
        var scheme = request.scheme();
        var authority = request.authority();
        if (scheme == null || authority == null) {
            return "unknown";
        }
        var port = authority.port();
        var isUsual = port < 0 || port == (scheme.equalsIgnoreCase("https") ? 443 : 80);
        return scheme + "://" + authority.host() + (isUsual ? "" : ":" + port);
    }
}
