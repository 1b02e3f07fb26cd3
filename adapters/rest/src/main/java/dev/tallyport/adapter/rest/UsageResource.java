package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceName;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage", description = "Who used how much")
class UsageResource {

    private final Access access;
    private final Connectors connectors;
    private final Sources sources;
    private final FindCycles findCycles;
    private final AnswerQuestion answerQuestion;
    private final InstantSource clock;

    UsageResource(
            Access access,
            Connectors connectors,
            Sources sources,
            FindCycles findCycles,
            AnswerQuestion answerQuestion,
            InstantSource clock) {
        this.access = access;
        this.connectors = connectors;
        this.sources = sources;
        this.findCycles = findCycles;
        this.answerQuestion = answerQuestion;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "usage",
            summary = "Usage of a stretch of time, divided as asked for",
            description =
                    "Without from and to, the current billing cycle through today. Days are the"
                            + " vendor's own.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description =
                    "The first day by its label, or the first instant with its offset; both of one"
                            + " kind.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2026-01-16")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The first day or instant no longer asked about.",
            schema = @Schema(type = SchemaType.STRING),
            example = "2026-02-16")
    @Parameter(
            name = "meter",
            in = ParameterIn.QUERY,
            description = "What is measured.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "acus"))
    @Parameter(
            name = "groupBy",
            in = ParameterIn.QUERY,
            description =
                    "What rows are told apart by: day, user, organization, product; repeated or"
                            + " joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "day,user")
    @Parameter(
            name = "user",
            in = ParameterIn.QUERY,
            description = "Only of these users; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            description = "Only tied to these organizations; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "product",
            in = ParameterIn.QUERY,
            description = "Only of these products; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "connector",
            in = ParameterIn.QUERY,
            description = "Only from sources of these connectors; repeated or joined by commas.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "asKnownOn",
            in = ParameterIn.QUERY,
            description = "The figures as they were known then; by default as they are known now.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
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
                                                      "meter": "acus",
                                                      "asKnownOn": null,
                                                      "rows": [
                                                        {"user": "email|1", "quantity": 12.25, "unit": "ACU"},
                                                        {"user": null, "quantity": 3, "unit": "ACU"}
                                                      ],
                                                      "total": {"quantity": 15.25, "unit": "ACU"},
                                                      "sources": [{
                                                        "source": "acme",
                                                        "cut": "daily",
                                                        "says": true,
                                                        "readAt": "2026-01-20T12:00:00Z",
                                                        "days": {"from": "2026-01-16", "to": "2026-01-18"},
                                                        "settled": [{"from": "2026-01-16", "to": "2026-01-17"}],
                                                        "provisional": [{"from": "2026-01-17", "to": "2026-01-18"}],
                                                        "missing": []
                                                      }]
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
                                                        "expected": "one of day, organization, product, user",
                                                        "found": "users"
                                                      }]
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "401",
            description = "Nobody is asking: no key, or one that nobody has",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "Somebody is asking who may not see this",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public UsageView usage(@Context UriInfo request) {
        var visibility = access.visibility();
        var asked = UsageQuery.of(request.getQueryParameters(), connectors.all());
        var question =
                new Question(
                        visibility,
                        Optional.empty(),
                        asked.meter(),
                        asked.period().window(clock.instant(), findCycles.of(asked.calendar())),
                        List.of(asked.grouping()),
                        asked.filter(),
                        asked.asKnownOn(),
                        asked.connectors().map(this::sourcesOf));
        return UsageView.of(question, answerQuestion.answer(question));
    }

    private Set<SourceName> sourcesOf(Set<String> connectors) {
        return sources.all().stream()
                .filter(source -> connectors.contains(source.connector()))
                .map(SourceState::name)
                .collect(Collectors.toSet());
    }
}
