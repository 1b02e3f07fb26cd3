package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.view.KeepPreferences;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
class PreferencesResource {

    private final Access access;
    private final KeepPreferences keepPreferences;

    PreferencesResource(Access access, KeepPreferences keepPreferences) {
        this.access = access;
        this.keepPreferences = keepPreferences;
    }

    @GET
    @Operation(
            operationId = "myPreferences",
            summary = "How pages are to look to whoever asks",
            description = "As it is for whoever said nothing, until they do.")
    @APIResponse(responseCode = "200", description = "The preferences")
    public PreferencesView preferences() {
        return PreferencesView.of(keepPreferences.of(access.viewer()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "keepPreferences",
            summary = "Say how pages are to look",
            description = "On every device. What is absent is left to the application.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The preferences",
            content = @Content(schema = @Schema(implementation = PreferencesView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Whoever asks does so with the key of the configuration, which is nobody's")
    public PreferencesView keep(byte[] sent) {
        var viewer = access.viewer();
        var preferences = PreferencesView.of(sent);
        return PreferencesView.of(Outcomes.done(keepPreferences.keep(viewer, preferences)));
    }
}
