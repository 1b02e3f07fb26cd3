package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.ReconciliationView.CountView;
import dev.tallyport.adapter.rest.ReconciliationView.DivisionView;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.reporting.CompareCounts;
import dev.tallyport.application.reporting.CompareTotals;
import dev.tallyport.application.reporting.CompareTotals.Cause;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Reconciliation",
        description = "The vendors' own totals beside the sums of their parts")
class ReconciliationResource {

    private static final String SOURCE = "source";
    private static final String ONLY_DIFFERENCES = "onlyDifferences";

    private static final List<String> PARAMETERS =
            List.of(SOURCE, Period.FROM, Period.TO, ONLY_DIFFERENCES);

    private static final Kind<String> A_SOURCE = Kind.of("a source's name", Optional::of);

    private final Access access;
    private final KnownSources sources;
    private final Connectors connectors;
    private final FindCycles findCycles;
    private final CompareTotals compareTotals;
    private final CompareCounts compareCounts;
    private final FindNames findNames;
    private final InstantSource clock;

    ReconciliationResource(
            Access access,
            KnownSources sources,
            Connectors connectors,
            FindCycles findCycles,
            CompareTotals compareTotals,
            CompareCounts compareCounts,
            FindNames findNames,
            InstantSource clock) {
        this.access = access;
        this.sources = sources;
        this.connectors = connectors;
        this.findCycles = findCycles;
        this.compareTotals = compareTotals;
        this.compareCounts = compareCounts;
        this.findNames = findNames;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "reconciliation",
            summary = "How a source's totals compare with their parts",
            description = "Without from and to, those that begin in the current billing cycle.")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            required = true,
            description = "The source's name.",
            schema = @Schema(type = SchemaType.STRING),
            example = "acme")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first day that a comparison may begin on.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-01-16")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The first day that none may begin on.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-02-16")
    @Parameter(
            name = "onlyDifferences",
            in = ParameterIn.QUERY,
            description = "Whether to leave out what agrees.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "The comparisons",
            content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such source, or none of it may be seen")
    @APIResponse(responseCode = "409", description = "The connector of the source is not installed")
    public ReconciliationView reconciliation(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        return answer(viewer, Query.of(request.getQueryParameters(), PARAMETERS));
    }

    @GET
    @Path("export")
    @Produces({Format.CSV_TYPE, Format.XLSX_TYPE, Format.JSON_LINES_TYPE})
    @Operation(
            operationId = "exportReconciliation",
            summary = "How a source's totals compare with their parts, as a file",
            description =
                    "The comparisons of GET /api/v1/reconciliation; the counts and divisions end"
                            + " the file.")
    @Parameter(ref = "format")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            required = true,
            description = "The source's name.",
            schema = @Schema(type = SchemaType.STRING),
            example = "acme")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first day that a comparison may begin on.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-01-16")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The first day that none may begin on.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-02-16")
    @Parameter(
            name = "onlyDifferences",
            in = ParameterIn.QUERY,
            description = "Whether to leave out what agrees.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(responseCode = "200", ref = "Exported")
    @APIResponse(
            responseCode = "404",
            description = "There is no such source, or none of it may be seen")
    @APIResponse(responseCode = "409", description = "The connector of the source is not installed")
    public Response export(@Context UriInfo request) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        var query = Query.of(request.getQueryParameters(), Query.andFormat(PARAMETERS));
        var format = query.format();
        var answer = answer(viewer, query);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new ReconciliationExport(answer, query.sent(), now).as(format).response();
    }

    /// @param query that knows [#PARAMETERS]
    private ReconciliationView answer(Viewer viewer, Query query) {
        var visibility = viewer.visibility(Subject.CONSUMPTION);
        var name = query.required(SOURCE, A_SOURCE);
        var period = Period.ofDays(query);
        var onlyDifferences = query.one(ONLY_DIFFERENCES, Kind.TRUTH).orElse(false);
        query.requireValid();
        var source = seen(visibility, name.orElseThrow());
        if (connectors.find(source.connector()).isEmpty()) {
            throw ProblemException.conflict(
                    "The connector '" + source.connector() + "' of this source is not installed");
        }
        var days = period.days(clock.instant(), findCycles.of(source.connector()));
        var comparisons =
                source.state().stream()
                        .flatMap(state -> compareTotals.compare(visibility, state, days).stream())
                        .filter(compared -> !onlyDifferences || compared.cause() != Cause.AGREED)
                        .toList();
        return new ReconciliationView(
                source.name().value(),
                RangeView.of(days),
                comparisons.stream().map(ComparisonView::of).toList(),
                counts(source, days, onlyDifferences),
                source.state().stream()
                        .flatMap(state -> compareTotals.divisions(visibility, state, days).stream())
                        .map(DivisionView::of)
                        .toList(),
                NamesView.of(
                        comparisons.stream()
                                .map(compared ->
                                        compared.group()
                                                .with(Dimension.SOURCE, source.name().value()))
                                .toList(),
                        rows -> findNames.of(viewer, rows)));
    }

    private List<CountView> counts(KnownSource source, DateRange days, boolean onlyDifferences) {
        var visibility = access.viewer().visibility(Subject.METRICS);
        return source.state().stream()
                .flatMap(state -> compareCounts.compare(visibility, state, days).stream())
                .filter(compared -> !onlyDifferences || compared.cause() != Cause.AGREED)
                .map(CountView::of)
                .toList();
    }

    private KnownSource seen(Visibility visibility, String name) {
        var source = sources.require(name);
        if (Rows.of(visibility, source.name()).isEmpty()) {
            throw ProblemException.unknownSource(name);
        }
        return source;
    }
}
