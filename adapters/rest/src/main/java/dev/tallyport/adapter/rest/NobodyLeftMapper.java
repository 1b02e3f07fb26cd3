package dev.tallyport.adapter.rest;

import dev.tallyport.application.role.KeepSomebodyManaging;
import dev.tallyport.application.role.KeepSomebodyManaging.NobodyLeftException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
class NobodyLeftMapper implements ExceptionMapper<NobodyLeftException> {

    @Override
    public Response toResponse(NobodyLeftException exception) {
        return Problem.of(409, KeepSomebodyManaging.REASON).response().build();
    }
}
