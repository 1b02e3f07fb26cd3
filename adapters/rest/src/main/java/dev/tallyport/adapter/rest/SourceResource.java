package dev.tallyport.adapter.rest;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.ingestion.Rejects;
import dev.tallyport.application.ingestion.SyncDueSources;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources", description = "The vendors' accounts that usage is read from")
class SourceResource {

    private static final int MOST_REJECTS = 100;

    private final Access access;
    private final KnownSources sources;
    private final Rejects rejects;
    private final SyncDueSources syncDueSources;
    private final AuditTrail audit;

    SourceResource(
            Access access,
            KnownSources sources,
            Rejects rejects,
            SyncDueSources syncDueSources,
            AuditTrail audit) {
        this.access = access;
        this.sources = sources;
        this.rejects = rejects;
        this.syncDueSources = syncDueSources;
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "sources", summary = "How all sources stand, by name")
    @APIResponse(responseCode = "200", description = "The sources")
    public List<SourceView> all() {
        access.toSee(Subject.SOURCES);
        return sources.all().stream().map(sources::view).toList();
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "source", summary = "How a source stands")
    @APIResponse(responseCode = "200", description = "The source")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public SourceView one(@PathParam("name") String name) {
        access.toSee(Subject.SOURCES);
        return sources.view(sources.require(name));
    }

    @POST
    @Path("{name}/sync")
    @ResponseStatus(202)
    @Operation(
            operationId = "syncSource",
            summary = "Start a sync now",
            description =
                    "Does not wait for it: the source's progress tells how far it has come. Changes"
                            + " nothing when a sync is under way.")
    @APIResponse(
            responseCode = "202",
            description = "The source as it stands now",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(
            responseCode = "409",
            description = "The source is paused, cannot be read, or is set up no longer")
    public SourceView sync(@PathParam("name") String name) {
        var viewer = access.require(Permission.MANAGE_SOURCES);
        var source = sources.require(name);
        var readable = readable(source);
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.SYNC_STARTED,
                        "source:" + source.name(),
                        Map.of()));
        syncDueSources.startNow(readable);
        return sources.view(sources.require(name));
    }

    @GET
    @Path("{name}/rejects")
    @Operation(
            operationId = "sourceRejects",
            summary = "What a source stated and nobody understood",
            description = "At most 100, the ones met last first.")
    @APIResponse(responseCode = "200", description = "The rejects")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public List<RejectView> rejects(@PathParam("name") String name) {
        access.toSee(Subject.SOURCES);
        return sources.require(name).state().stream()
                .flatMap(state -> rejects.latest(state.id(), MOST_REJECTS).stream())
                .map(RejectView::of)
                .toList();
    }

    private static DeclaredSource readable(KnownSource source) {
        var setup =
                source.setup()
                        .orElseThrow(() ->
                                ProblemException.conflict(
                                        "Source '%s' is set up no longer; create or declare it to have it read again"
                                                .formatted(source.name())));
        if (setup.paused()) {
            throw ProblemException.conflict(
                    "Source '%s' is paused; resume it to have it read again"
                            .formatted(source.name()));
        }
        return setup.readable()
                .orElseThrow(() ->
                        ProblemException.conflict(
                                "Source '%s' cannot be read: %s"
                                        .formatted(source.name(), setup.trouble().orElse(""))));
    }
}
