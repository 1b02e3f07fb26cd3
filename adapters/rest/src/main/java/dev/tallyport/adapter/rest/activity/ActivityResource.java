package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.NamedRows;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.ListActivities;
import dev.tallyport.application.reporting.FindNames;
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

@Path("/api/v1/activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activities", description = "What was done with agents")
class ActivityResource {

    private final ActivityAccess access;
    private final ListActivities listActivities;
    private final FindNames findNames;

    ActivityResource(ActivityAccess access, ListActivities listActivities, FindNames findNames) {
        this.access = access;
        this.listActivities = listActivities;
        this.findNames = findNames;
    }

    @GET
    @Operation(
            operationId = "activities",
            summary = "What was done with agents, the newest first",
            description =
                    "By when it began; a date is a day of UTC. Titles and tags are told to those"
                            + " who may see sessions, entries of the vendor's audit log to those"
                            + " who may read ours. search looks in titles that may be seen.")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only of these kinds; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "session,pull-request")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "status")
    @Parameter(ref = "search")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Only what comes after this; next of the answer before.",
            schema = @Schema(type = SchemaType.STRING, maxLength = Cursor.LONGEST),
            example = "MjAyNi0wMS0xNlQwOTozMDowMFo.YWNtZQ.c2Vzc2lvbg.ZGV2aW4tMWEyYg")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "The activities",
            content =
                    @Content(
                            schema = @Schema(implementation = ActivitiesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a search",
                                            value =
                                                    """
                                                    {
                                                      "activities": [{
                                                        "source": "acme",
                                                        "kind": "search",
                                                        "id": "search-1",
                                                        "start": "2026-01-16T09:30:00Z",
                                                        "updated": null,
                                                        "user": "email|1",
                                                        "organization": "org-1",
                                                        "parent": null,
                                                        "title": null,
                                                        "titleHidden": true,
                                                        "figures": {},
                                                        "attributes": {}
                                                      }],
                                                      "next": null,
                                                      "names": {
                                                        "user": {"email|1": "Ada Lovelace"},
                                                        "person": {},
                                                        "organization": {"org-1": "Platform"},
                                                        "source": {"acme": "Devin"}
                                                      }
                                                    }
                                                    """)))
    public ActivitiesView list(@Context UriInfo request) {
        var viewer = access.toList(request.getQueryParameters());
        var asked = ListQuery.ofActivities(request.getQueryParameters());
        return ActivitiesView.of(
                Page.of(
                        asked.limit(),
                        most ->
                                listActivities.list(
                                        viewer,
                                        asked.kinds(),
                                        asked.wanted(),
                                        asked.after(),
                                        most)),
                rows -> findNames.of(viewer, rows));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportActivities",
            summary = "What was done with agents, as a file",
            description =
                    "All that GET /api/v1/activities lists, the newest first; what it hides, this"
                            + " hides.")
    @Parameter(ref = "format")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only of these kinds; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "session,pull-request")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "status")
    @Parameter(ref = "search")
    @APIResponse(responseCode = "200", ref = "Exported")
    public Response export(@Context UriInfo request) {
        var viewer = access.toList(request.getQueryParameters());
        var asked = ListQuery.OfExport.ofActivities(request.getQueryParameters());
        return new Export<>(
                        "activities",
                        asked.format(),
                        ActivityTable.TABLE,
                        NamedRows.of(
                                ActivityTable::named,
                                rows -> findNames.of(viewer, rows),
                                taker ->
                                        listActivities.handOver(
                                                viewer,
                                                asked.kinds(),
                                                asked.wanted(),
                                                page -> page.forEach(taker))))
                .response();
    }
}
