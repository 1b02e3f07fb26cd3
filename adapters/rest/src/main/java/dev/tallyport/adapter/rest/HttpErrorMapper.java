package dev.tallyport.adapter.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;

/// Errors of HTTP itself, wherever in the application they arise.
@Provider
class HttpErrorMapper implements ExceptionMapper<WebApplicationException> {

    private static final Set<String> OF_THE_BODY =
            Set.of("content-type", "content-length", "content-encoding");

    @Override
    public Response toResponse(WebApplicationException exception) {
        var met = exception.getResponse();
        if (met.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return met;
        }
        var response = Problem.ofHttp(met.getStatus()).response();
        met.getHeaders()
                .forEach((name, values) -> {
                    if (!OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> response.header(name, value));
                    }
                });
        return response.build();
    }
}
