package dev.tallyport.adapter.rest;

import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Requests that the HTTP server itself refuses, such as one with a query that cannot be decoded.
@Provider
class VertxErrorMapper implements ExceptionMapper<HttpException> {

    @Override
    public Response toResponse(HttpException exception) {
        return Problem.ofHttp(exception.getStatusCode()).response().build();
    }
}
