package dev.tallyport.adapter.security;

import dev.tallyport.application.audit.RequestOrigin;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.Optional;

/// Keeps the address beside the request, where every thread finds it that works on the request,
/// also while it is not known yet who asks.
@ApplicationScoped
class VertxRequestOrigin implements RequestOrigin {

    private static final String ORIGIN = "tallyport.origin";

    /// Longer than any address; a proxy may hand on what it was told.
    private static final int LONGEST = 64;

    void register(@Observes Filters filters) {
        filters.register(VertxRequestOrigin::keep, SecurityHandlerPriorities.AUTHENTICATION + 1);
    }

    static void keep(RoutingContext context) {
        var remote = context.request().remoteAddress();
        if (remote != null && VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(ORIGIN, shortened(addressOf(remote)));
        }
        context.next();
    }

    /// What a proxy handed on may be no address, or one in brackets.
    private static String addressOf(SocketAddress remote) {
        return Optional.ofNullable(remote.hostAddress())
                .or(() -> Optional.ofNullable(remote.host()).map(VertxRequestOrigin::plain))
                .orElseGet(remote::toString);
    }

    private static String plain(String host) {
        try {
            return InetAddress.ofLiteral(host).getHostAddress();
        } catch (IllegalArgumentException _) {
            return host;
        }
    }

    private static String shortened(String address) {
        return address.substring(0, Math.min(LONGEST, address.length()));
    }

    @Override
    public Optional<String> address() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(ORIGIN) : Optional.empty();
    }
}
