package dev.tallyport.adapter.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells the operator how many credentials were refused, once a minute at most: the log must not
/// grow with what somebody tries.
@ApplicationScoped
class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());

    private final Consumer<Runnable> inAMinute;
    private final Consumer<String> log;
    private long signIns;
    private long keys;

    @Inject
    Refusals(Vertx vertx) {
        this(
                tell -> vertx.setTimer(TimeUnit.MINUTES.toMillis(1), _ -> tell.run()),
                line -> LOG.log(Level.WARNING, line));
    }

    Refusals(Consumer<Runnable> inAMinute, Consumer<String> log) {
        this.inAMinute = inAMinute;
        this.log = log;
    }

    void register(@Observes Filters filters) {
        filters.register(this::countKey, SecurityHandlerPriorities.AUTHENTICATION - 1);
    }

    /// Whoever sends a key or a token and stays unknown sent a wrong one.
    private void countKey(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                && context.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().isAnonymous()) {
            key();
        }
        context.next();
    }

    synchronized void signIn() {
        signIns++;
        counted();
    }

    synchronized void key() {
        keys++;
        counted();
    }

    private void counted() {
        if (signIns + keys == 1) {
            inAMinute.accept(this::tell);
        }
    }

    private synchronized void tell() {
        log.accept("credentials refused in the last minute: signIns=" + signIns + " keys=" + keys);
        signIns = 0;
        keys = 0;
    }
}
