package dev.tallyport.adapter.rest.source;

import static dev.tallyport.domain.access.Permission.MANAGE_SOURCES;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.ingestion.AdministerJobs;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/sources/{name}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceJobResource {

    private final Access access;
    private final AdministerJobs administerJobs;

    SourceJobResource(Access access, AdministerJobs administerJobs) {
        this.access = access;
        this.administerJobs = administerJobs;
    }

    @GET
    @Path("jobs")
    @Operation(
            operationId = "sourceJobs",
            summary = "Backfills and replays of a source",
            description = "At most 100, the last requested first.")
    @APIResponse(responseCode = "200", description = "The jobs")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public List<JobView> all(@PathParam("name") String name) {
        var viewer = access.toSee(Subject.SOURCES);
        return Outcomes.done(administerJobs.all(viewer, Kind.requireSource(name))).stream()
                .map(JobView::of)
                .toList();
    }

    @GET
    @Path("jobs/{id}")
    @Operation(operationId = "sourceJob", summary = "How far a backfill or replay has come")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is no such source or job")
    public JobView one(@PathParam("name") String name, @PathParam("id") long id) {
        var viewer = access.toSee(Subject.SOURCES);
        return JobView.of(Outcomes.done(administerJobs.one(viewer, Kind.requireSource(name), id)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("backfills")
    @ResponseStatus(202)
    @Operation(
            operationId = "backfillSource",
            summary = "Read days of the past again",
            description =
                    "In parts, the newest first, between the source's syncs. A part that was cut off"
                            + " is read again, by any instance.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewBackfill.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(
            responseCode = "409",
            description = "The source is declared no longer, or cannot read a chosen window")
    public JobView backfill(@PathParam("name") String name, byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var source = Kind.requireSource(name);
        var wanted = NewBackfill.of(sent);
        return JobView.of(
                Outcomes.done(
                        administerJobs.backfill(viewer, source, wanted.range(), wanted.days())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("replays")
    @ResponseStatus(202)
    @Operation(
            operationId = "replaySource",
            summary = "Read once more what the vendor answered earlier",
            description =
                    "Repeats complete reads, the oldest first, without asking the vendor: what a"
                            + " connector misunderstood is understood once it was repaired. While it"
                            + " runs, figures may be those of the earlier reads.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewReplay.class)))
    @APIResponse(
            responseCode = "202",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(
            responseCode = "409",
            description = "The source is declared no longer, or no answers are kept")
    public JobView replay(@PathParam("name") String name, byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var source = Kind.requireSource(name);
        var wanted = NewReplay.of(sent);
        return JobView.of(Outcomes.done(administerJobs.replay(viewer, source, wanted.since())));
    }

    @POST
    @Path("jobs/{id}/cancellation")
    @Operation(
            operationId = "cancelSourceJob",
            summary = "End a backfill or replay",
            description = "What was read stays. Changes nothing when it is over.")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is no such source or job")
    public JobView cancel(@PathParam("name") String name, @PathParam("id") long id) {
        var viewer = access.require(MANAGE_SOURCES);
        return JobView.of(
                Outcomes.done(administerJobs.cancel(viewer, Kind.requireSource(name), id)));
    }
}
