package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.TooLargeException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
class TooLargeMapper implements ExceptionMapper<TooLargeException> {

    @Override
    public Response toResponse(TooLargeException exception) {
        return Problem.of(400, exception.advice()).response().build();
    }
}
