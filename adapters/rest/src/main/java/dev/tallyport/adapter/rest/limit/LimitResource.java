package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.NamedRows;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.limit.FindLimits;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Limits", description = "What vendors allow at most, and how much of it is used")
class LimitResource {

    private final Access access;
    private final FindLimits findLimits;
    private final FindNames findNames;

    LimitResource(Access access, FindLimits findLimits, FindNames findNames) {
        this.access = access;
        this.findLimits = findLimits;
        this.findNames = findNames;
    }

    @GET
    @Operation(
            operationId = "limits",
            summary = "The limits that vendors state, and what is used of them",
            description =
                    "Of organizations and users whose usage may be seen; of the enterprise for"
                            + " those who see everything. A filter keeps what is stated of one of"
                            + " its values: with user or person, no limit of all users.")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(
            name = "unlimited",
            in = ParameterIn.QUERY,
            description = "Whether to name those, too, who are stated to have no limit.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Only what comes after this; next of the answer before.",
            schema = @Schema(type = SchemaType.STRING, maxLength = Cursor.LONGEST),
            example = "YWNtZQ.YWN1LWxpbWl0.b3JnLTE..")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "The limits",
            content =
                    @Content(
                            schema = @Schema(implementation = LimitsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "of an organization",
                                            value =
                                                    """
                                                    {
                                                      "limits": [{
                                                        "source": "acme",
                                                        "limit": "acu-limit-cloud",
                                                        "user": null,
                                                        "organization": "org-1",
                                                        "product": null,
                                                        "ofEachUser": false,
                                                        "most": 500,
                                                        "used": 120.5,
                                                        "unit": "ACU",
                                                        "cycle": {"from": "2026-01-16", "to": "2026-02-16"},
                                                        "word": null,
                                                        "since": "2026-01-02T10:00:00Z"
                                                      }],
                                                      "next": null,
                                                      "names": {
                                                        "user": {},
                                                        "person": {},
                                                        "organization": {"org-1": "Platform"},
                                                        "source": {"acme": "Devin"}
                                                      }
                                                    }
                                                    """)))
    public LimitsView all(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        var asked = LimitQuery.of(request.getQueryParameters());
        var limits =
                findLimits.all(
                        viewer.visibility(Subject.CONSUMPTION), asked.filter(), asked.unlimited());
        return LimitsView.of(
                Page.of(
                        asked.limit(),
                        most ->
                                limits.stream()
                                        .filter(one -> asked.follows(one.place()))
                                        .limit(most)
                                        .toList()),
                rows -> findNames.of(viewer, rows));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportLimits",
            summary = "The limits that vendors state, and what is used of them, as a file",
            description = "All that GET /api/v1/limits lists.")
    @Parameter(ref = "format")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(
            name = "unlimited",
            in = ParameterIn.QUERY,
            description = "Whether to name those, too, who are stated to have no limit.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "200", ref = "Exported")
    public Response export(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        var asked = LimitQuery.OfExport.of(request.getQueryParameters());
        return new Export<>(
                        "limits",
                        asked.format(),
                        LimitTable.TABLE,
                        NamedRows.of(
                                LimitTable::named,
                                rows -> findNames.of(viewer, rows),
                                taker ->
                                        findLimits
                                                .all(
                                                        viewer.visibility(Subject.CONSUMPTION),
                                                        asked.filter(),
                                                        asked.unlimited())
                                                .forEach(taker)))
                .response();
    }
}
