package dev.tallyport.adapter.rest;

import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage", description = "Who used how much")
class UsageResource {

    private final Access access;
    private final UsageAnswers answers;
    private final UsageExplanations explanations;

    UsageResource(Access access, UsageAnswers answers, UsageExplanations explanations) {
        this.access = access;
        this.answers = answers;
        this.explanations = explanations;
    }

    @GET
    @Operation(
            operationId = "usage",
            summary = "Usage of a stretch of time, divided as asked for",
            description =
                    "Without a period, from and to, the current billing cycle through today. Days"
                            + " that a vendor states are its own, and never cut.")
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
                                                      "calendar": "source",
                                                      "meters": ["acus"],
                                                      "asKnownOn": null,
                                                      "dataVersion": 4711,
                                                      "rows": [
                                                        {"user": "email|1", "meter": "acus", "quantity": 12.25, "unit": "ACU"},
                                                        {"user": null, "meter": "acus", "quantity": 3, "unit": "ACU"}
                                                      ],
                                                      "rowCount": 2,
                                                      "next": null,
                                                      "total": {"meter": "acus", "quantity": 15.25, "unit": "ACU"},
                                                      "totals": [{"meter": "acus", "quantity": 15.25, "unit": "ACU"}],
                                                      "before": null,
                                                      "sources": [{
                                                        "source": "acme",
                                                        "meter": "acus",
                                                        "cut": "daily",
                                                        "says": true,
                                                        "silence": null,
                                                        "readAt": "2026-01-20T12:00:00Z",
                                                        "days": {"from": "2026-01-16", "to": "2026-01-18"},
                                                        "settled": [{"from": "2026-01-16", "to": "2026-01-17"}],
                                                        "provisional": [{"from": "2026-01-17", "to": "2026-01-18"}],
                                                        "missing": []
                                                      }],
                                                      "names": {
                                                        "user": {"email|1": "Ada Lovelace"},
                                                        "person": {},
                                                        "organization": {},
                                                        "source": {}
                                                      }
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
                                                        "expected": "one of activity, day, model, organization, person, product, source, user",
                                                        "found": "users"
                                                      }]
                                                    }
                                                    """)))
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    @APIResponse(responseCode = "409", description = "The data changed since the page before")
    public UsageView usage(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        return answers.page(
                viewer, viewer.visibility(Subject.CONSUMPTION), request.getQueryParameters());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askUsage",
            summary = "Usage of a stretch of time, asked for as a document",
            description =
                    "Each member is what the parameter of its name is to GET; several values are an"
                            + " array, in which a comma is a part of a value.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = UsageDocument.class),
                            examples =
                                    @ExampleObject(
                                            name = "by user and month",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-01",
                                                      "to": "2026-04-01",
                                                      "meter": ["acus"],
                                                      "bucket": "month",
                                                      "groupBy": ["user"],
                                                      "organization": ["org-1", "org-2"],
                                                      "top": 10
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = UsageView.class)))
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    @APIResponse(responseCode = "409", description = "The data changed since the page before")
    public UsageView ask(byte[] sent) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        return answers.page(
                viewer,
                viewer.visibility(Subject.CONSUMPTION),
                Query.ofDocument(sent, UsageQuery.PAGED));
    }

    @GET
    @Path("explain")
    @Operation(
            operationId = "explainUsage",
            summary = "Where figures come from",
            description =
                    "Of the answer to the same question: what each source's figures are and over"
                            + " which instants, when they were fetched and recorded, and what the"
                            + " vendor declares as totals beside them.")
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "calendar")
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
    @Parameter(ref = "compare")
    @Parameter(ref = "asKnownOn")
    @APIResponse(
            responseCode = "200",
            description = "The explanation",
            content =
                    @Content(
                            schema = @Schema(implementation = ExplanationView.class),
                            examples =
                                    @ExampleObject(
                                            name = "two days",
                                            value =
                                                    """
                                                    {
                                                      "window": {"kind": "days", "from": "2026-01-16", "to": "2026-01-18"},
                                                      "asKnownOn": null,
                                                      "dataVersion": 4711,
                                                      "totals": [{"meter": "acus", "quantity": 15.25, "unit": "ACU"}],
                                                      "sources": [{
                                                        "standing": {
                                                          "source": "acme",
                                                          "meter": "acus",
                                                          "cut": "daily",
                                                          "says": true,
                                                          "silence": null,
                                                          "readAt": "2026-01-20T12:00:00Z",
                                                          "days": {"from": "2026-01-16", "to": "2026-01-18"},
                                                          "settled": [{"from": "2026-01-16", "to": "2026-01-17"}],
                                                          "provisional": [{"from": "2026-01-17", "to": "2026-01-18"}],
                                                          "missing": []
                                                        },
                                                        "vendor": "Devin",
                                                        "definition": "acus in ACU, as Devin states them for each of its days, told apart by organization, product, user",
                                                        "start": "2026-01-16T08:00:00Z",
                                                        "end": "2026-01-18T08:00:00Z",
                                                        "settlesAfter": "PT72H",
                                                        "fetchedFirst": "2026-01-17T09:00:00Z",
                                                        "fetchedLast": "2026-01-20T12:00:00Z",
                                                        "version": 4711,
                                                        "recordedAt": "2026-01-20T12:00:10Z",
                                                        "declared": [{
                                                          "total": "enterprise",
                                                          "groupBy": [],
                                                          "days": {"from": "2026-01-16", "to": "2026-01-18"},
                                                          "cause": "unattributed",
                                                          "count": 2,
                                                          "declared": 15.25,
                                                          "summed": 12.25,
                                                          "unit": "ACU"
                                                        }]
                                                      }],
                                                      "rates": [{
                                                        "id": 7,
                                                        "meter": "acus",
                                                        "unit": "ACU",
                                                        "kind": "contracted",
                                                        "source": null,
                                                        "organization": null,
                                                        "product": null,
                                                        "model": null,
                                                        "price": {"amount": 2.25, "currency": "USD"},
                                                        "from": "2026-01-01",
                                                        "until": null,
                                                        "configured": false,
                                                        "version": 17,
                                                        "recordedAt": "2026-01-02T09:00:00Z",
                                                        "recordedBy": "admin",
                                                        "supersededAt": null
                                                      }]
                                                    }
                                                    """)))
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public ExplanationView explain(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        return explanations.of(viewer, request.getQueryParameters());
    }
}
