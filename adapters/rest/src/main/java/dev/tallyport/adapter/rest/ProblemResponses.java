package dev.tallyport.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Describes the problems that every operation of the own API answers alike, and the shape of those
/// that it describes itself.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    if (path.startsWith(PrivateAnswers.OWN)) {
                        item.getOperations().values().forEach(ProblemResponses::complete);
                    }
                });
    }

    private static void complete(Operation operation) {
        var responses = new TreeMap<>(operation.getResponses().getAPIResponses());
        if (takesInput(operation) && isUndescribed(responses.get("400"))) {
            responses.put("400", response("Everything that is wrong with what was sent"));
        }
        if (operation.getRequestBody() != null) {
            responses.computeIfAbsent("413", _ -> response("The body is too large"));
        }
        responses.computeIfAbsent("503", _ -> notNow());
        if (needsSomebody(operation)) {
            responses.computeIfAbsent(
                    "401", _ -> response("There is no key or session, or none that is known"));
            responses.computeIfAbsent(
                    "403", _ -> response("None of the roles of whoever asks allows this"));
        }
        responses.forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && response.getContent() == null) {
                response.setContent(problem());
            }
        });
        operation.getResponses().setAPIResponses(responses);
    }

    /// Quarkus describes one of its own, without content, wherever there is a body.
    private static boolean isUndescribed(@Nullable APIResponse response) {
        return response == null || response.getContent() == null;
    }

    private static boolean takesInput(Operation operation) {
        return operation.getRequestBody() != null
                || orNone(operation.getParameters()).stream()
                        .anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH);
    }

    /// All do, unless they say that no credential is required.
    private static boolean needsSomebody(Operation operation) {
        var security = operation.getSecurity();
        return security == null || !security.isEmpty();
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static APIResponse notNow() {
        return response("The answer takes too long, or too much is asked at once")
                .addHeader(
                        HttpHeaders.RETRY_AFTER,
                        OASFactory.createHeader()
                                .description("Seconds to wait")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/Problem")));
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
