package dev.tallyport.adapter.rest;

import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage", description = "Who used how much")
class UsageResource {

    private final Access access;
    private final UsageAnswers answers;

    UsageResource(Access access, UsageAnswers answers) {
        this.access = access;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "usage",
            summary = "Usage of a stretch of time, divided as asked for",
            description =
                    "Without from and to, the current billing cycle through today. Days are the"
                            + " vendor's own.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "meter")
    @Parameter(ref = "groupBy")
    @Parameter(ref = "user")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "connector")
    @Parameter(ref = "asKnownOn")
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content =
                    @Content(
                            schema = @Schema(implementation = UsageView.class),
                            examples =
                                    @ExampleObject(
                                            name = "by user",
                                            value =
                                                    """
                                                    {
                                                      "window": {"kind": "days", "from": "2026-01-16", "to": "2026-01-18"},
                                                      "meter": "acus",
                                                      "asKnownOn": null,
                                                      "rows": [
                                                        {"user": "email|1", "quantity": 12.25, "unit": "ACU"},
                                                        {"user": null, "quantity": 3, "unit": "ACU"}
                                                      ],
                                                      "total": {"quantity": 15.25, "unit": "ACU"},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "cut": "daily",
                                                        "says": true,
                                                        "readAt": "2026-01-20T12:00:00Z",
                                                        "days": {"from": "2026-01-16", "to": "2026-01-18"},
                                                        "settled": [{"from": "2026-01-16", "to": "2026-01-17"}],
                                                        "provisional": [{"from": "2026-01-17", "to": "2026-01-18"}],
                                                        "missing": []
                                                      }]
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "400",
            description = "Parameters that are wrong, all of them",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(
                                            name = "misspelt",
                                            value =
                                                    """
                                                    {
                                                      "type": "about:blank",
                                                      "title": "Bad Request",
                                                      "status": 400,
                                                      "detail": "A parameter is wrong: groupBy",
                                                      "violations": [{
                                                        "parameter": "groupBy",
                                                        "expected": "one of activity, day, model, organization, product, user",
                                                        "found": "users"
                                                      }]
                                                    }
                                                    """)))
    public UsageView usage(@Context UriInfo request) {
        var visibility = access.visibility(Subject.CONSUMPTION);
        return answers.answer(visibility, request.getQueryParameters());
    }
}
