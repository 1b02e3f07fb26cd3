package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.pricing.AnswerCosts;
import dev.tallyport.application.pricing.ProjectCosts;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/costs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Costs")
class CostResource {

    private final Access access;
    private final CostQuestions questions;
    private final AnswerCosts answerCosts;
    private final ProjectCosts projectCosts;
    private final CostExports exports;

    CostResource(
            Access access,
            CostQuestions questions,
            AnswerCosts answerCosts,
            ProjectCosts projectCosts,
            CostExports exports) {
        this.access = access;
        this.questions = questions;
        this.answerCosts = answerCosts;
        this.projectCosts = projectCosts;
        this.exports = exports;
    }

    @GET
    @Operation(
            operationId = "costs",
            summary = "What usage of a stretch of time cost",
            description =
                    "A source that states money reports that; the usage of any other is priced by"
                            + " rates, each day by the rate of that day. Without a period, from and to,"
                            + " the current billing cycle through today. Days, months and cycles are"
                            + " each source's own. In the order of amounts, those of one kind and"
                            + " currency follow those of another.")
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(
            name = "bucket",
            in = ParameterIn.QUERY,
            description = "What rows are told apart by in time.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"none", "day", "week", "month", "cycle"},
                            defaultValue = "month"))
    @Parameter(ref = "groupBy")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @Parameter(
            name = "prices",
            in = ParameterIn.QUERY,
            description =
                    "At which usage is priced; what vendors state in money stays as they state it.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"contracted", "list"},
                            defaultValue = "contracted"))
    @Parameter(ref = "order")
    @Parameter(ref = "asKnownOn")
    @APIResponse(
            responseCode = "200",
            description = "The costs",
            content =
                    @Content(
                            schema = @Schema(implementation = CostView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a price that changed within a month",
                                            value =
                                                    """
                                                    {
                                                      "window": {"kind": "days", "from": "2026-03-01", "to": "2026-04-01"},
                                                      "asKnownOn": null,
                                                      "dataVersion": 4711,
                                                      "ratesVersion": "6d2f6a52-1f0e-3a51-9d0f-6f3a2f3f0c11",
                                                      "rows": [
                                                        {"from": "2026-03-01", "to": "2026-04-01", "organization": "org-1", "kind": "contracted", "amount": 65, "currency": "USD"}
                                                      ],
                                                      "totals": [{"kind": "contracted", "amount": 65, "currency": "USD"}],
                                                      "estimatedSpend": [{"amount": 65, "currency": "USD"}],
                                                      "unpriced": [],
                                                      "rates": [
                                                        {"id": 1, "meter": "acus", "unit": "ACU", "source": null, "organization": null, "product": null, "model": null, "amount": 2, "currency": "USD", "configured": true, "days": {"from": "2026-03-01", "to": "2026-03-16"}},
                                                        {"id": 2, "meter": "acus", "unit": "ACU", "source": null, "organization": null, "product": null, "model": null, "amount": 3, "currency": "USD", "configured": false, "days": {"from": "2026-03-16", "to": "2026-04-01"}}
                                                      ],
                                                      "sources": [{
                                                        "source": "acme",
                                                        "meter": "acus",
                                                        "cut": "daily",
                                                        "says": true,
                                                        "silence": null,
                                                        "readAt": "2026-04-05T09:15:00Z",
                                                        "days": {"from": "2026-03-01", "to": "2026-04-01"},
                                                        "settled": [{"from": "2026-03-01", "to": "2026-04-01"}],
                                                        "provisional": [],
                                                        "missing": []
                                                      }],
                                                      "names": {
                                                        "user": {},
                                                        "person": {},
                                                        "organization": {"org-1": "Platform"},
                                                        "source": {}
                                                      }
                                                    }
                                                    """)))
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public CostView costs(@Context UriInfo request) {
        var viewer = access.toSee(Subject.COSTS);
        var query = Query.of(request.getQueryParameters(), CostQuery.PARAMETERS);
        var asked = questions.read(query);
        var question = questions.of(viewer.visibility(Subject.COSTS), asked);
        return CostView.of(
                question,
                answerCosts.answer(question).inOrder(asked.order()),
                rows -> questions.names(viewer, question, rows));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportCosts",
            summary = "What usage of a stretch of time cost, as a file",
            description =
                    "Rows, columns, totals and versions are those of GET /api/v1/costs to the same"
                            + " question, with names beside ids; what they come to, what has no rate, and the rates used end"
                            + " the file. In focus, charges are those of usage that is priced or stated"
                            + " in money, each of one source and one price, at contracted and at list"
                            + " prices; there is neither prices nor order.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description =
                    "Comma-separated values, an Excel workbook, a JSON object on each line, or"
                            + " charges of FOCUS 1.2 as comma-separated values.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"csv", "xlsx", "jsonl", "focus"},
                            defaultValue = "csv"))
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(
            name = "bucket",
            in = ParameterIn.QUERY,
            description = "What rows are told apart by in time.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"none", "day", "week", "month", "cycle"},
                            defaultValue = "month"))
    @Parameter(ref = "groupBy")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @Parameter(
            name = "prices",
            in = ParameterIn.QUERY,
            description =
                    "At which usage is priced; what vendors state in money stays as they state it.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"contracted", "list"},
                            defaultValue = "contracted"))
    @Parameter(ref = "order")
    @Parameter(ref = "asKnownOn")
    @APIResponse(responseCode = "200", ref = "Exported")
    public Response export(@Context UriInfo request) {
        var viewer = access.toSee(Subject.COSTS);
        var query = Query.of(request.getQueryParameters(), CostExports.PARAMETERS);
        return exports.of(viewer, query).response();
    }

    @GET
    @Path("projection")
    @Operation(
            operationId = "costProjection",
            summary = "What the last 30 days cost, and what the current cycle will have cost",
            description =
                    "One per source. Made of settled days alone; with fewer than seven of them, or"
                            + " with usage that has no price, there is no projection.")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @APIResponse(responseCode = "200", description = "One per source")
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public List<CostOutlookView> projection(@Context UriInfo request) {
        var visibility = access.visibility(Subject.COSTS);
        var query = Query.of(request.getQueryParameters(), CostQuery.FILTERS);
        return projectCosts.project(visibility, questions.read(query).filter()).stream()
                .map(CostOutlookView::of)
                .toList();
    }

    @GET
    @Path("projection/export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportCostProjection",
            summary = "What the current cycle will have cost, as a file",
            description =
                    "What GET /api/v1/costs/projection answers to the same question, without days: one"
                            + " row for each source, kind and currency.")
    @Parameter(ref = "format")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @APIResponse(responseCode = "200", ref = "Exported")
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public Response exportProjection(@Context UriInfo request) {
        var viewer = access.toSee(Subject.COSTS);
        var query = Query.of(request.getQueryParameters(), CostExports.OF_PROJECTION);
        return exports.ofProjection(viewer, query).response();
    }
}
