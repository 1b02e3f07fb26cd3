package dev.tallyport.adapter.devinapi;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Tolerates what the vendor tolerates: its oldest base path, `/api/v2`, ids such as `email|1` that
/// were not encoded, and any `Accept` header, since there is nothing but JSON.
class DialectRequests {

    private static final String BASE = "/v2/enterprise/";
    private static final String OLD_PREFIX = "/api";

    @ServerRequestFilter(preMatching = true)
    public void filter(ContainerRequestContext context, HttpServerRequest request) {
        var sent = request.uri();
        var uri = sent.startsWith(OLD_PREFIX + BASE) ? sent.substring(OLD_PREFIX.length()) : sent;
        if (!uri.startsWith(BASE)) {
            return;
        }
        var legal = RawUri.encoded(uri);
        if (!legal.equals(sent)) {
            context.setRequestUri(URI.create(legal));
        }
        context.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }
}
