package dev.tallyport.adapter.rest.source;

import static dev.tallyport.domain.access.Permission.MANAGE_SOURCES;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.source.CheckSources;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/source-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class SourceCheckResource {

    private final Access access;
    private final CheckSources checkSources;

    SourceCheckResource(Access access, CheckSources checkSources) {
        this.access = access;
        this.checkSources = checkSources;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkSettings",
            summary = "Try settings against a vendor before a source is set up with them",
            description = "Stores none of them. Takes half a minute at most.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SettingsToCheck.class)))
    @APIResponse(
            responseCode = "200",
            description = "What it came to",
            content = @Content(schema = @Schema(implementation = CheckView.class)))
    public CheckView check(byte[] sent) {
        var viewer = access.require(MANAGE_SOURCES);
        var wanted = SettingsToCheck.of(sent);
        return CheckView.of(
                Outcomes.done(checkSources.given(viewer, wanted.connector(), wanted.settings())));
    }
}
