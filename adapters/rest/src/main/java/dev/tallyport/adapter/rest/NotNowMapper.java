package dev.tallyport.adapter.rest;

import dev.tallyport.application.outcome.NotNowException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// What there is no answer to for now. The operator is told, since it is they who can make room.
@Provider
class NotNowMapper implements ExceptionMapper<NotNowException> {

    private static final Logger LOG = System.getLogger(NotNowMapper.class.getName());

    @Override
    public Response toResponse(NotNowException exception) {
        LOG.log(Level.WARNING, "request not answered: " + exception.reason());
        return ProblemException.notNow(exception).response();
    }
}
