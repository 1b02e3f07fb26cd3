package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage/export")
@Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
@Tag(name = "Usage", description = "Who used how much")
class UsageExportResource {

    private final Access access;
    private final UsageExports exports;

    UsageExportResource(Access access, UsageExports exports) {
        this.access = access;
        this.exports = exports;
    }

    @GET
    @Operation(
            operationId = "exportUsage",
            summary = "The answer to a question about usage as a file",
            description =
                    "Rows, columns, totals and data version are those of GET /api/v1/usage to the"
                            + " same question, all pages at once; beside the column of an id stands"
                            + " that of its name, such as userName. In focus, charges are of the"
                            + " vendor's own days and of one group and price each, and have what"
                            + " rates make of usage: calendar is source, and there is no top.")
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
    @Parameter(ref = "asKnownOn")
    @APIResponse(
            responseCode = "200",
            description =
                    "All rows, then what they come to, what was asked, and how far it can be relied"
                            + " on. In csv that stands in lines that begin with #, in xlsx on the last"
                            + " sheet, in jsonl in the last object; in focus there is none. Text that a"
                            + " spreadsheet would take for a formula begins with an apostrophe, but in"
                            + " jsonl.",
            content = {
                @Content(
                        mediaType = Format.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "by user",
                                        value =
                                                """
                                                user,userName,meter,money,quantity,unit
                                                email|1,Ada Lovelace,acus,,12.25,ACU
                                                ,,acus,,3,ACU
                                                #
                                                # totals
                                                # meter,money,quantity,unit
                                                # acus,,15.25,ACU
                                                """)),
                @Content(
                        mediaType = Format.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = Format.JSON_LINES_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "by user",
                                        value =
                                                """
                                                {"user":"email|1","userName":"Ada Lovelace","meter":"acus","money":null,"quantity":12.25,"unit":"ACU"}
                                                """))
            })
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public Response export(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        var query = Query.of(request.getQueryParameters(), UsageExports.PARAMETERS);
        return exports.of(viewer, query).response();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportAskedUsage",
            summary = "The answer to a question that is sent as a document as a file",
            description =
                    "Each member is what the parameter of its name is to GET; several values are an"
                            + " array, in which a comma is a part of a value.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = UsageExportDocument.class),
                            examples =
                                    @ExampleObject(
                                            name = "by user and month",
                                            value =
                                                    """
                                                    {
                                                      "format": "xlsx",
                                                      "from": "2026-01-01",
                                                      "to": "2026-04-01",
                                                      "meter": ["acus"],
                                                      "bucket": "month",
                                                      "groupBy": ["user"]
                                                    }
                                                    """)))
    @APIResponse(responseCode = "200", ref = "Exported")
    @APIResponse(responseCode = "403", description = "Whoever asks may see nothing of it")
    public Response exportAsked(byte[] sent) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        var query = Query.ofDocument(sent, UsageExports.PARAMETERS);
        return exports.of(viewer, query).response();
    }
}
