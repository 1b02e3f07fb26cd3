package dev.tallyport.adapter.rest.source;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.application.health.MeasureHealth;
import dev.tallyport.application.health.SourceEvents;
import dev.tallyport.application.ingestion.Rejects;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/sources/{name}/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceHealthResource {

    private static final int EVENTS_SHOWN = 20;

    private final Access access;
    private final Sources sources;
    private final MeasureHealth measureHealth;
    private final Rejects rejects;
    private final SourceEvents events;

    SourceHealthResource(
            Access access,
            Sources sources,
            MeasureHealth measureHealth,
            Rejects rejects,
            SourceEvents events) {
        this.access = access;
        this.sources = sources;
        this.measureHealth = measureHealth;
        this.rejects = rejects;
        this.events = events;
    }

    @GET
    @Operation(operationId = "sourceHealth", summary = "How far a source can be relied on")
    @APIResponse(responseCode = "200", description = "Its health")
    @APIResponse(
            responseCode = "404",
            description = "There is no such source, or it was never read")
    public SourceHealthView health(@PathParam("name") String name) {
        access.toSee(Subject.SOURCES);
        var state =
                sources.find(Kind.requireSource(name))
                        .orElseThrow(() -> ProblemException.unknownSource(name));
        return SourceHealthView.of(
                measureHealth.of(state),
                rejects.count(state.id()),
                events.latest(state.id(), EVENTS_SHOWN));
    }
}
