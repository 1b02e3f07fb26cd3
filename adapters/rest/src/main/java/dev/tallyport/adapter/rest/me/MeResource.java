package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.adapter.rest.UsageAnswers;
import dev.tallyport.adapter.rest.UsageView;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "What is one's own")
class MeResource {

    private final Access access;
    private final UsageAnswers answers;

    MeResource(Access access, UsageAnswers answers) {
        this.access = access;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "me", summary = "What is known of whoever asks")
    @APIResponse(responseCode = "200", description = "Whoever asks")
    public MeView me() {
        return MeView.of(access.viewer());
    }

    @GET
    @Path("usage")
    @Operation(
            operationId = "myUsage",
            summary = "One's own usage",
            description =
                    "Asked and answered as /api/v1/usage, and of nobody but whoever asks, whatever"
                            + " else they may see. Without rows and total for somebody whom no"
                            + " vendor knows.")
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "calendar")
    @Parameter(ref = "compare")
    @Parameter(ref = "meter")
    @Parameter(ref = "bucket")
    @Parameter(ref = "groupBy")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @Parameter(ref = "order")
    @Parameter(ref = "top")
    @Parameter(ref = "asKnownOn")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "next of the page before. Refused with 409 when the data changed since.",
            schema = @Schema(type = SchemaType.STRING),
            example = "4711-1000")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many rows at most; by default all.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000"))
    @APIResponse(responseCode = "200", description = "The answer")
    @APIResponse(
            responseCode = "403",
            description = "Whoever asks does not hold ViewPersonalAnalytics")
    @APIResponse(
            responseCode = "404",
            description = "The flag expose-personal-analytics is off for whoever asks")
    @APIResponse(responseCode = "409", description = "The data changed since the page before")
    public UsageView usage(@Context UriInfo request) {
        var viewer = requireBothGates();
        return answers.page(viewer.oneself(), request.getQueryParameters());
    }

    /// Where the flag is off, there is nothing here for anybody, whatever they may do.
    private Viewer requireBothGates() {
        var viewer = access.viewer();
        if (!viewer.personalAnalytics().on()) {
            throw ProblemException.unknownPath();
        }
        return access.require(Permission.VIEW_PERSONAL_ANALYTICS);
    }
}
