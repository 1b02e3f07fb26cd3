package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Refuses bodies that are too large: at once where their length is said, and otherwise as soon as
/// more than allowed has come. The HTTP server's own limit, which is above this one, answers
/// nothing that says what was wrong.
@Provider
class BodyLimit implements ReaderInterceptor {

    /// Just before the HTTP server looks.
    private static final int PRIORITY = 1 - RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT;

    private final int most;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "tallyport.max-body-size", defaultValue = "1M") MemorySize most,
            ObjectMapper json) {
        this.most = Math.toIntExact(most.asLongValue());
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null
                && Long.parseLong(length) > most
                && context.normalizedPath().startsWith(PrivateAnswers.OWN)) {
            refuse(context);
        } else {
            context.next();
        }
    }

    /// What is still to come is read and thrown away: whoever sends hears nothing before they have
    /// sent all of it.
    private void refuse(RoutingContext context) {
        var problem = ProblemException.tooLarge(most).problem();
        context.request().resume();
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(written(problem)));
    }

    private byte[] written(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var sent = context.getInputStream().readNBytes(most + 1);
        if (sent.length > most) {
            throw ProblemException.tooLarge(most);
        }
        context.setInputStream(new ByteArrayInputStream(sent));
        return context.proceed();
    }
}
