package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/connectors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class ConnectorResource {

    private final Access access;
    private final Connectors connectors;

    ConnectorResource(Access access, Connectors connectors) {
        this.access = access;
        this.connectors = connectors;
    }

    @GET
    @Operation(
            operationId = "connectors",
            summary = "The installed connectors by id, with the settings that each wants")
    @APIResponse(responseCode = "200", description = "The connectors")
    public List<ConnectorView> all() {
        access.toSee(Subject.SOURCES);
        return connectors.all().stream()
                .map(connector -> ConnectorView.of(connector.descriptor()))
                .toList();
    }
}
