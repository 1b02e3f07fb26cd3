package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.CountedPeriod;
import dev.tallyport.application.activity.MeasureActivities;
import dev.tallyport.application.activity.MetricsQuestion;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "How much was done with agents, and by how many people")
class MetricsResource {

    private final Access access;
    private final MeasureActivities measureActivities;
    private final InstantSource clock;

    MetricsResource(Access access, MeasureActivities measureActivities, InstantSource clock) {
        this.access = access;
        this.measureActivities = measureActivities;
        this.clock = clock;
    }

    @GET
    @Path("usage")
    @Operation(
            operationId = "usageMetrics",
            summary = "How many sessions, searches and pull requests there were",
            description =
                    "What began in the stretch; a date is a day of UTC. By default the last"
                            + " thirty days.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = UsageMetricsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "usage",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": {"sessions": 20, "searches": 9, "pullRequestsCreated": 7, "pullRequestsMerged": 5},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "pull-request", "search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public UsageMetricsView usage(@Context UriInfo request) {
        var question = question(request);
        return UsageMetricsView.of(question, measureActivities.usage(question));
    }

    @GET
    @Path("sessions")
    @Operation(
            operationId = "sessionMetrics",
            summary = "How many sessions there were, and of what sort",
            description =
                    "Those that were created in the stretch, as they are now. What they"
                            + " consumed is of their whole lives.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "playbook")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = SessionMetricsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "sessions",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": {
                                                        "created": 3,
                                                        "withPlaybook": 1,
                                                        "withSearch": null,
                                                        "withMergedPullRequests": 1,
                                                        "averageLifetimeAcus": 2.3333333333,
                                                        "withAcus": 3,
                                                        "byOrigin": [{"word": "slack", "sessions": 2}, {"word": null, "sessions": 1}],
                                                        "bySize": [{"word": "m", "sessions": 3}],
                                                        "withMergedPullRequestsBySize": [{"word": "m", "sessions": 1}]
                                                      },
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "pull-request"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public SessionMetricsView sessions(@Context UriInfo request) {
        var question = question(request, Filters.PLAYBOOK);
        return SessionMetricsView.of(question, measureActivities.sessions(question));
    }

    @GET
    @Path("sessions-by-category")
    @Operation(
            operationId = "sessionsByCategory",
            summary = "How many sessions there were of each category",
            description = "As for sessions; those without a category are one of their own.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = CategoriesView.class),
                            examples =
                                    @ExampleObject(
                                            name = "categories",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": [{
                                                        "category": "bug_fixing",
                                                        "sessions": 3,
                                                        "lifetimeAcus": 7,
                                                        "subcategories": [{"subcategory": null, "sessions": 3, "lifetimeAcus": 7}]
                                                      }],
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public CategoriesView sessionsByCategory(@Context UriInfo request) {
        var question = question(request);
        return CategoriesView.of(question, measureActivities.sessionsByCategory(question));
    }

    @GET
    @Path("prs")
    @Operation(
            operationId = "pullRequestMetrics",
            summary = "How many pull requests there were, and how they stand",
            description =
                    "Those that were created in the stretch, as they are now. With"
                            + " playbook, those of sessions that follow one and were created in the"
                            + " stretch as well.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "playbook")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = PullRequestMetricsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "pull requests",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": {"created": 7, "opened": 1, "closed": 1, "merged": 5},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["pull-request"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public PullRequestMetricsView pullRequests(@Context UriInfo request) {
        var question = question(request, Filters.PLAYBOOK);
        return PullRequestMetricsView.of(question, measureActivities.pullRequests(question));
    }

    @GET
    @Path("searches")
    @Operation(
            operationId = "searchMetrics",
            summary = "How many searches there were",
            description = "Those that were made in the stretch.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = SearchMetricsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "searches",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": {"created": 9},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public SearchMetricsView searches(@Context UriInfo request) {
        var question = question(request);
        return SearchMetricsView.of(question, measureActivities.searches(question));
    }

    @GET
    @Path("active-users")
    @Operation(
            operationId = "activeUsers",
            summary = "How many people were active in the whole stretch",
            description =
                    "Active is who had at least minSessions sessions or minSearches"
                            + " searches; who is several users counts once, programs never.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "minSessions")
    @Parameter(ref = "minSearches")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActiveUsersView.class),
                            examples =
                                    @ExampleObject(
                                            name = "people",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": {"activeUsers": 4},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public ActiveUsersView activeUsers(@Context UriInfo request) {
        var asked = active(request, Optional.empty());
        return ActiveUsersView.of(
                asked.question(), measureActivities.activeUsers(asked.question(), asked.least()));
    }

    @GET
    @Path("dau")
    @Operation(
            operationId = "dailyActiveUsers",
            summary = "How many people were active on each day",
            description =
                    "Active is who had at least minSessions sessions or minSearches"
                            + " searches; who is several users counts once, programs never. Days,"
                            + " weeks from Monday and months are of UTC. The first and the last are"
                            + " cut short where they are not all in the stretch. Counts do not add up.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "minSessions")
    @Parameter(ref = "minSearches")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActivePeriodsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "people",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": [{
                                                        "from": "2026-01-16T00:00:00Z",
                                                        "to": "2026-01-17T00:00:00Z",
                                                        "activeUsers": 4
                                                      }],
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public ActivePeriodsView dailyActiveUsers(@Context UriInfo request) {
        return active(request, CountedPeriod.DAY);
    }

    @GET
    @Path("wau")
    @Operation(
            operationId = "weeklyActiveUsers",
            summary = "How many people were active in each week",
            description =
                    "Active is who had at least minSessions sessions or minSearches"
                            + " searches; who is several users counts once, programs never. Days,"
                            + " weeks from Monday and months are of UTC. The first and the last are"
                            + " cut short where they are not all in the stretch. Counts do not add up.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "minSessions")
    @Parameter(ref = "minSearches")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActivePeriodsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "people",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": [{
                                                        "from": "2026-01-16T00:00:00Z",
                                                        "to": "2026-01-19T00:00:00Z",
                                                        "activeUsers": 4
                                                      }],
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public ActivePeriodsView weeklyActiveUsers(@Context UriInfo request) {
        return active(request, CountedPeriod.WEEK);
    }

    @GET
    @Path("mau")
    @Operation(
            operationId = "monthlyActiveUsers",
            summary = "How many people were active in each month",
            description =
                    "Active is who had at least minSessions sessions or minSearches"
                            + " searches; who is several users counts once, programs never. Days,"
                            + " weeks from Monday and months are of UTC. The first and the last are"
                            + " cut short where they are not all in the stretch. Counts do not add up.")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "minSessions")
    @Parameter(ref = "minSearches")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = ActivePeriodsView.class),
                            examples =
                                    @ExampleObject(
                                            name = "people",
                                            value =
                                                    """
                                                    {
                                                      "from": "2026-01-16T00:00:00Z",
                                                      "to": "2026-02-16T00:00:00Z",
                                                      "figures": [{
                                                        "from": "2026-01-16T00:00:00Z",
                                                        "to": "2026-02-01T00:00:00Z",
                                                        "activeUsers": 4
                                                      }],
                                                      "sources": [{
                                                        "source": "acme",
                                                        "says": ["session", "search"],
                                                        "doesNotSay": [],
                                                        "readAt": "2026-02-16T06:00:00Z"
                                                      }]
                                                    }
                                                    """)))
    public ActivePeriodsView monthlyActiveUsers(@Context UriInfo request) {
        return active(request, CountedPeriod.MONTH);
    }

    @GET
    @Path("active-users/export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportActiveUsers",
            summary = "How many people were active in each period, as a file",
            description = "What GET /api/v1/metrics/dau, wau or mau answers to the same question.")
    @Parameter(
            name = "each",
            in = ParameterIn.QUERY,
            description = "The period that people are counted in.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "week", "month"},
                            defaultValue = "day"))
    @Parameter(ref = "format")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "source")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "minSessions")
    @Parameter(ref = "minSearches")
    @APIResponse(responseCode = "200", ref = "Exported")
    public Response exportActiveUsers(@Context UriInfo request) {
        var asked =
                MetricsQuery.OfExport.of(
                        access.visibility(Subject.METRICS),
                        request.getQueryParameters(),
                        clock.instant());
        return new Export<>(
                        "active-users",
                        asked.format(),
                        ActivePeriodsTable.TABLE,
                        taker -> {
                            var measured =
                                    measureActivities.activeUsers(
                                            asked.question(), asked.least(), asked.each());
                            measured.figures().orElse(List.of()).forEach(taker);
                            return ActivePeriodsTable.summary(measured);
                        })
                .response();
    }

    private MetricsQuestion question(UriInfo request, String... more) {
        var visibility = access.visibility(Subject.METRICS);
        return MetricsQuery.of(visibility, request.getQueryParameters(), clock.instant(), more);
    }

    private ActivePeriodsView active(UriInfo request, CountedPeriod period) {
        var asked = active(request, Optional.of(period));
        return ActivePeriodsView.of(
                asked.question(),
                measureActivities.activeUsers(asked.question(), asked.least(), period));
    }

    private MetricsQuery.OfActive active(UriInfo request, Optional<CountedPeriod> period) {
        var visibility = access.visibility(Subject.METRICS);
        return MetricsQuery.OfActive.of(
                visibility, request.getQueryParameters(), clock.instant(), period);
    }
}
