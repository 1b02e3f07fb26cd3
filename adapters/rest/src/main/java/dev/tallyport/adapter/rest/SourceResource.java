package dev.tallyport.adapter.rest;

import dev.tallyport.application.ingestion.Rejects;
import dev.tallyport.application.ingestion.SyncDueSources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources", description = "The vendors' accounts that usage is read from")
@APIResponse(
        responseCode = "401",
        description = "Nobody is asking: no key, or one that nobody has",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "Somebody is asking who may not see this",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class)))
class SourceResource {

    private static final int MOST_REJECTS = 100;

    private final Access access;
    private final KnownSources sources;
    private final Rejects rejects;
    private final SyncDueSources syncDueSources;
    private final InstantSource clock;

    SourceResource(
            Access access,
            KnownSources sources,
            Rejects rejects,
            SyncDueSources syncDueSources,
            InstantSource clock) {
        this.access = access;
        this.sources = sources;
        this.rejects = rejects;
        this.syncDueSources = syncDueSources;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "sources", summary = "How all sources stand, by name")
    @APIResponse(responseCode = "200", description = "The sources")
    public List<SourceView> all() {
        access.visibility();
        return sources.all().stream().map(this::view).toList();
    }

    @GET
    @Path("{name}")
    @Operation(operationId = "source", summary = "How a source stands")
    @APIResponse(responseCode = "200", description = "The source")
    @APIResponse(
            responseCode = "404",
            description = "There is no such source",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public SourceView one(@PathParam("name") String name) {
        access.visibility();
        return view(sources.require(name));
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
    @APIResponse(
            responseCode = "404",
            description = "There is no such source",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "The source is declared no longer",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public SourceView sync(@PathParam("name") String name) {
        access.visibility();
        var source = sources.require(name);
        var declared =
                source.declared()
                        .orElseThrow(() ->
                                ProblemException.conflict(
                                        "Source '"
                                                + name
                                                + "' is declared no longer; declare it to have it"
                                                + " read again"));
        syncDueSources.startNow(declared);
        return view(sources.require(name));
    }

    @GET
    @Path("{name}/rejects")
    @Operation(
            operationId = "sourceRejects",
            summary = "What a source stated and nobody understood",
            description = "At most 100, the ones met last first.")
    @APIResponse(responseCode = "200", description = "The rejects")
    @APIResponse(
            responseCode = "404",
            description = "There is no such source",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public List<RejectView> rejects(@PathParam("name") String name) {
        access.visibility();
        return sources.require(name).state().stream()
                .flatMap(state -> rejects.latest(state.id(), MOST_REJECTS).stream())
                .map(RejectView::of)
                .toList();
    }

    private SourceView view(KnownSource source) {
        return SourceView.of(source, clock.instant());
    }
}
