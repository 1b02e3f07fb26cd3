package dev.tallyport.adapter.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/// Errors that nobody expected: all of it to the log, nothing of it to whoever asked.
@Provider
class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(UnexpectedErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable unexpected) {
        var errorId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request failed: errorId=" + errorId, unexpected);
        return Problem.internal(errorId).response().build();
    }
}
