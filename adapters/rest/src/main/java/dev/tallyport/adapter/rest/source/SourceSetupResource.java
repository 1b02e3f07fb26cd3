package dev.tallyport.adapter.rest.source;

import static dev.tallyport.domain.access.Permission.MANAGE_SOURCES;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.KnownSources;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.SourceView;
import dev.tallyport.application.source.AdministerSources;
import dev.tallyport.application.source.CheckSources;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceSetupResource {

    private final Access access;
    private final AdministerSources administerSources;
    private final CheckSources checkSources;
    private final KnownSources sources;

    SourceSetupResource(
            Access access,
            AdministerSources administerSources,
            CheckSources checkSources,
            KnownSources sources) {
        this.access = access;
        this.administerSources = administerSources;
        this.checkSources = checkSources;
        this.sources = sources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "createSource",
            summary = "Set up a source",
            description =
                    "It is read within seconds, unless it is paused. Goes on where a source of the"
                            + " same name and connector left off.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewSource.class)))
    @APIResponse(
            responseCode = "201",
            description = "The source",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    @APIResponse(responseCode = "409", description = "The name is taken, or belonged to another")
    public SourceView create(byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var wanted = NewSource.of(sent);
        return sources.view(Outcomes.done(administerSources.create(viewer, wanted)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{name}")
    @Operation(
            operationId = "changeSource",
            summary = "Change, pause or resume a source",
            description =
                    "What is absent stays as it is, secrets too, unless an address leads to another"
                            + " host: then they must be given again. A sync under way is stopped"
                            + " and another one begins, unless the source is paused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SourceChange.class),
                            examples =
                                    @ExampleObject(name = "pause", value = "{\"paused\": true}")))
    @APIResponse(responseCode = "200", description = "The source as it is now")
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(
            responseCode = "409",
            description = "The configuration declares it, or it was changed meanwhile")
    public SourceView change(@PathParam("name") String name, byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var change = SourceChange.of(sent);
        return sources.view(
                Outcomes.done(administerSources.change(viewer, Kind.requireSource(name), change)));
    }

    @DELETE
    @Path("{name}")
    @Operation(
            operationId = "removeSource",
            summary = "Remove a source",
            description =
                    "It is read no longer, and its settings and secrets are gone. Usage and history"
                            + " stay and can be asked for.")
    @APIResponse(responseCode = "204", description = "The source is set up no longer")
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(responseCode = "409", description = "The configuration declares it")
    public void remove(@PathParam("name") String name) {
        var viewer = access.require(MANAGE_SOURCES);
        Outcomes.done(administerSources.remove(viewer, Kind.requireSource(name)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{name}/check")
    @Operation(
            operationId = "checkSource",
            summary = "Try a source's settings against its vendor",
            description =
                    "As they are, or as they would be after a change, of which nothing is stored."
                            + " Takes half a minute at most.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SettingsChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = CheckView.class)))
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(
            responseCode = "409",
            description = "A change of one that the configuration declares, or it is no longer")
    public CheckView check(@PathParam("name") String name, byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var change = SettingsChange.of(sent);
        return CheckView.of(
                Outcomes.done(
                        checkSources.stored(viewer, Kind.requireSource(name), change.settings())));
    }
}
