package dev.tallyport.adapter.devinapi;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What a client sent, as it sent it. Whatever else is in the query is ignored, as the vendor does.
class ConsumptionParameters {

    @QueryParam("start_date")
    @Parameter(
            description =
                    "The first instant asked about; by default the start of the current billing"
                            + " cycle. A missing offset means UTC, a bare date midnight UTC.",
            example = "2025-12-05T08:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    List<String> startDate = List.of();

    @QueryParam("end_date")
    @Parameter(
            description = "The first instant no longer asked about; by default now.",
            example = "2025-12-06T08:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    List<String> endDate = List.of();

    @QueryParam("start")
    @Parameter(
            description = "Another name of start_date, which wins when both are given.",
            example = "2025-12-05T08:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    List<String> start = List.of();

    @QueryParam("end")
    @Parameter(
            description = "Another name of end_date, which wins when both are given.",
            example = "2025-12-06T08:00:00Z",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    List<String> end = List.of();

    @QueryParam("org_ids")
    @Parameter(
            description =
                    "Only session ACUs of these organizations, without Cascade and Terminal;"
                            + " repeated, or joined by commas.",
            example = "[\"org-1\"]")
    List<String> orgIds = List.of();

    @QueryParam("org_ids[]")
    @Parameter(hidden = true)
    List<String> orgIdsInBrackets = List.of();

    @Context @Nullable UriInfo uri;

    List<String> startDate() {
        return given("start_date", startDate);
    }

    List<String> endDate() {
        return given("end_date", endDate);
    }

    List<String> start() {
        return given("start", start);
    }

    List<String> end() {
        return given("end", end);
    }

    /// The server takes a parameter without a value for one that was not sent; the vendor does not.
    private List<String> given(String name, List<String> values) {
        return uri == null ? values : uri.getQueryParameters().getOrDefault(name, values);
    }

    /// Not present when all organizations are asked for; none of them when none is named.
    Optional<Set<String>> organizations() {
        var joined = new ArrayList<>(given("org_ids", orgIds));
        joined.addAll(given("org_ids[]", orgIdsInBrackets));
        return joined.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        joined.stream()
                                .flatMap(ids -> Stream.of(ids.split(",", -1)))
                                .map(String::strip)
                                .filter(id -> !id.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
