package dev.tallyport.adapter.rest.audit;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.audit.ReadAuditTrail;
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

@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "What was changed and looked at, by whom and when")
class AuditResource {

    private final Access access;
    private final ReadAuditTrail readAuditTrail;

    AuditResource(Access access, ReadAuditTrail readAuditTrail) {
        this.access = access;
        this.readAuditTrail = readAuditTrail;
    }

    @GET
    @Operation(operationId = "audit", summary = "Entries of the audit log, the latest first")
    @Parameter(ref = "action")
    @Parameter(ref = "principal")
    @Parameter(ref = "target")
    @Parameter(ref = "text")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first instant.",
            example = "2026-01-01T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(ref = "until")
    @Parameter(ref = "before")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The entries")
    public EntriesView entries(@Context UriInfo request) {
        var viewer = access.toSee(Subject.AUDIT_LOG);
        var asked = AuditQuery.OfPage.of(request.getQueryParameters());
        return EntriesView.of(
                Page.of(
                        asked.limit(),
                        most ->
                                Outcomes.done(
                                        readAuditTrail.latest(viewer, asked.wanted(), most))));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportAudit",
            summary = "The audit log as a file",
            description = "That it was exported is in the log, too.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description =
                    "Comma-separated values, an Excel workbook, or a JSON object on each line.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"csv", "xlsx", "jsonl"},
                            defaultValue = "csv"))
    @Parameter(ref = "action")
    @Parameter(ref = "principal")
    @Parameter(ref = "target")
    @Parameter(ref = "text")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first instant.",
            example = "2026-01-01T00:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(ref = "until")
    @Parameter(ref = "before")
    @APIResponse(
            responseCode = "200",
            description =
                    "The entries, the latest first. In csv and xlsx, text that a spreadsheet would"
                            + " take for a formula begins with an apostrophe.",
            content = {
                @Content(
                        mediaType = Format.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value =
                                                """
                                                number,at,principal,name,origin,action,target,before,after
                                                """)),
                @Content(
                        mediaType = Format.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = Format.JSON_LINES_TYPE,
                        schema = @Schema(implementation = EntryView.class))
            })
    public Response export(@Context UriInfo request) {
        var viewer = access.toSee(Subject.AUDIT_LOG);
        var asked = AuditQuery.OfExport.of(request.getQueryParameters());
        Outcomes.done(readAuditTrail.beginExport(viewer, asked.described()));
        var entries =
                new AuditExport(
                        asked.wanted(),
                        wanted ->
                                Outcomes.done(
                                        readAuditTrail.latest(viewer, wanted, AuditExport.PAGE)));
        return new Export<>("audit", asked.format(), AuditExport.TABLE, entries).response();
    }

    @GET
    @Path("verification")
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the audit log is as it was recorded",
            description = "Reads all of it.")
    @APIResponse(responseCode = "200", description = "What was found")
    public IntegrityView verify() {
        var viewer = access.viewer();
        return IntegrityView.of(Outcomes.done(readAuditTrail.verify(viewer)));
    }
}
