package dev.tallyport.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Puts the examples of members together to those of the bodies and answers that have none written
/// by hand. A member without an example is left out, so that a test can miss it.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class Examples implements OASFilter {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<String, String> TIMES =
            Map.of("date", "2026-01-31", "date-time", "2026-01-31T08:00:00Z");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        document.getComponents().getParameters().values().forEach(Examples::list);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    if (path.startsWith(PrivateAnswers.OWN)) {
                        item.getOperations()
                                .values()
                                .forEach(operation -> complete(operation, schemas));
                    }
                });
    }

    /// Several values are written joined by commas, and are a list.
    private static void list(Parameter parameter) {
        var schema = parameter.getSchema();
        if (schema != null
                && schema.getType() != null
                && schema.getType().contains(SchemaType.ARRAY)
                && parameter.getExample() instanceof String joined) {
            parameter.setExample(List.of(joined.split(",", -1)));
        }
    }

    private static void complete(Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(Examples::list);
        }
        var body = operation.getRequestBody();
        if (body != null) {
            complete(body.getContent(), schemas);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(answer -> complete(answer.getContent(), schemas));
    }

    private static void complete(@Nullable Content content, Map<String, Schema> schemas) {
        if (content == null || !content.hasMediaType(MediaType.APPLICATION_JSON)) {
            return;
        }
        var json = content.getMediaType(MediaType.APPLICATION_JSON);
        if (json.getExamples() == null && json.getExample() == null && json.getSchema() != null) {
            example(json.getSchema(), schemas).ifPresent(json::setExample);
        }
    }

    private static Optional<Object> example(Schema given, Map<String, Schema> schemas) {
        var schema = resolved(given, schemas);
        var written =
                Stream.of(schema.getExamples(), given.getExamples(), schema.getEnumeration())
                        .flatMap(some -> some == null ? Stream.empty() : some.stream())
                        .findFirst();
        return written.isPresent() ? written : composed(schema, schemas);
    }

    private static Schema resolved(Schema schema, Map<String, Schema> schemas) {
        var reference = schema.getRef();
        if (reference != null) {
            return schemas.getOrDefault(reference.substring(REFERENCE.length()), schema);
        }
        return Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .flatMap(some -> some == null ? Stream.empty() : some.stream())
                .filter(one -> one.getRef() != null)
                .map(one -> resolved(one, schemas))
                .findFirst()
                .orElse(schema);
    }

    private static Optional<Object> composed(Schema schema, Map<String, Schema> schemas) {
        var types = schema.getType() == null ? List.<SchemaType>of() : schema.getType();
        if (types.contains(SchemaType.OBJECT) && schema.getProperties() != null) {
            var members = new LinkedHashMap<String, Object>();
            schema.getProperties()
                    .forEach((name, member) ->
                            example(member, schemas).ifPresent(one -> members.put(name, one)));
            return Optional.of(members);
        }
        if (types.contains(SchemaType.ARRAY) && schema.getItems() != null) {
            return example(schema.getItems(), schemas).map(List::of);
        }
        if (types.contains(SchemaType.BOOLEAN)) {
            return Optional.of(true);
        }
        if (types.contains(SchemaType.INTEGER)) {
            return Optional.of(3);
        }
        return Optional.ofNullable(schema.getFormat()).map(TIMES::get);
    }
}
