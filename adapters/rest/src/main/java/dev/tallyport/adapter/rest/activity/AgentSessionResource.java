package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.NamedRows;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.FindSessions;
import dev.tallyport.application.reporting.FindNames;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

@Path("/api/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Activities", description = "What was done with agents")
class AgentSessionResource {

    private final ActivityAccess access;
    private final FindSessions findSessions;
    private final FindNames findNames;

    AgentSessionResource(ActivityAccess access, FindSessions findSessions, FindNames findNames) {
        this.access = access;
        this.findSessions = findSessions;
        this.findNames = findNames;
    }

    @GET
    @Operation(
            operationId = "agentSessions",
            summary = "Sessions with agents, the newest first",
            description =
                    "By when they were created; a date is a day of UTC. Titles and tags are told to"
                            + " those who may see sessions. search looks in titles that may be"
                            + " seen.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "status")
    @Parameter(ref = "playbook")
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
            description = "The sessions",
            content =
                    @Content(
                            schema = @Schema(implementation = AgentSessionsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    """
                                                    {
                                                      "sessions": [{
                                                        "source": "acme",
                                                        "id": "devin-1a2b",
                                                        "user": "email|1",
                                                        "organization": "org-1",
                                                        "title": "Fix the build",
                                                        "titleHidden": false,
                                                        "status": "exit",
                                                        "statusDetail": null,
                                                        "created": "2026-01-16T09:30:00Z",
                                                        "updated": "2026-01-16T10:00:00Z",
                                                        "lifetimeAcus": 2.5,
                                                        "url": "https://app.devin.ai/sessions/1a2b",
                                                        "origin": "slack",
                                                        "category": "bug_fixing",
                                                        "subcategory": null,
                                                        "size": "m",
                                                        "playbook": null,
                                                        "parent": null,
                                                        "tags": ["ci"],
                                                        "pullRequests": [{
                                                          "id": "https://github.com/acme/app/pull/7",
                                                          "state": "merged",
                                                          "repository": "github.com/acme/app"
                                                        }]
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
    public AgentSessionsView list(@Context UriInfo request) {
        var viewer = access.toList(request.getQueryParameters());
        var asked = ListQuery.ofSessions(request.getQueryParameters());
        return AgentSessionsView.of(
                Page.of(
                        asked.limit(),
                        most -> findSessions.list(viewer, asked.wanted(), asked.after(), most)),
                rows -> findNames.of(viewer, rows));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportAgentSessions",
            summary = "Sessions with agents, as a file",
            description =
                    "All that GET /api/v1/sessions lists, the newest first; what it hides, this"
                            + " hides.")
    @Parameter(ref = "format")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "status")
    @Parameter(ref = "playbook")
    @Parameter(ref = "search")
    @APIResponse(responseCode = "200", ref = "Exported")
    public Response export(@Context UriInfo request) {
        var viewer = access.toList(request.getQueryParameters());
        var asked = ListQuery.OfExport.ofSessions(request.getQueryParameters());
        return new Export<>(
                        "sessions",
                        asked.format(),
                        AgentSessionTable.TABLE,
                        NamedRows.of(
                                AgentSessionTable::named,
                                rows -> findNames.of(viewer, rows),
                                taker -> findSessions.handOver(viewer, asked.wanted(), taker)))
                .response();
    }

    @GET
    @Path("{source}/{id}")
    @Operation(operationId = "agentSession", summary = "A session with an agent")
    @APIResponse(responseCode = "200", description = "The session")
    @APIResponse(
            responseCode = "404",
            description = "There is no such session, or it may not be seen")
    public AgentSessionView one(@PathParam("source") String source, @PathParam("id") String id) {
        var viewer = access.toList();
        return Kind.SOURCE
                .parse()
                .apply(source)
                .flatMap(name -> findSessions.find(viewer, name, id))
                .map(AgentSessionView::of)
                .orElseThrow(() -> ProblemException.unknown("session '" + id + "'"));
    }
}
