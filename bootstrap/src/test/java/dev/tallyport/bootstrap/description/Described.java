package dev.tallyport.bootstrap.description;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the application says of itself, as OpenAPI 3.1.
record Described(JsonNode document) {

    static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final String OWN = "/api/v1/";
    private static final String JSON_TYPE = "application/json";
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /// @param described the operation's own object in the document
    record Operation(String method, String path, JsonNode described) {

        boolean isOwn() {
            return path.startsWith(OWN);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Described parse(String document) {
        return new Described(read(document));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As text that differs only where documents do: members by their names, each on its line.
    String written() {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                            .writeValueAsString(JSON.treeToValue(document, Object.class))
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().stream()
                                .filter(entry -> METHODS.contains(entry.getKey()))
                                .forEach(entry ->
                                        operations.add(
                                                new Operation(
                                                        entry.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        entry.getValue()))));
        return operations;
    }

    /// Its own and those of its path, in full.
    List<JsonNode> parameters(Operation operation) {
        var ofPath = document.path("paths").path(operation.path()).path("parameters");
        return Stream.of(ofPath, operation.described().path("parameters"))
                .flatMap(JsonNode::valueStream)
                .map(this::resolved)
                .toList();
    }

    Optional<JsonNode> requestBody(Operation operation) {
        return present(resolved(operation.described().path("requestBody")).at("/content"))
                .map(content -> content.path(JSON_TYPE));
    }

    /// What an answer of a status has in JSON, if anything.
    Optional<JsonNode> answer(Operation operation, String status) {
        return present(
                resolved(operation.described().path("responses").path(status))
                        .path("content")
                        .path(JSON_TYPE));
    }

    /// The statuses that an operation says it answers.
    List<String> statuses(Operation operation) {
        return operation
                .described()
                .path("responses")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /// All examples that something with a schema has, of whichever form.
    static List<JsonNode> examples(JsonNode described) {
        var examples = new ArrayList<JsonNode>();
        present(described.path("example")).ifPresent(examples::add);
        described
                .path("examples")
                .valueStream()
                .map(example -> example.has("value") ? example.path("value") : example)
                .forEach(examples::add);
        return examples;
    }

    /// What is wrong with a value that should fit a schema. A member that no schema names is wrong
    /// as well.
    Set<ValidationMessage> violations(JsonNode schema, JsonNode value) {
        var whole = JSON.createObjectNode();
        whole.putArray("allOf").add(closed(schema.deepCopy()));
        whole.set("components", closed(document.path("components").deepCopy()));
        return SCHEMAS.getSchema(whole, STRICT).validate(value);
    }

    private static JsonNode closed(JsonNode schemas) {
        for (var schema : schemas.findParents("properties")) {
            if (schema instanceof ObjectNode object
                    && object.path("properties").isObject()
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        return schemas;
    }

    /// What a reference refers to, if it is one.
    JsonNode resolved(JsonNode described) {
        return described.has("$ref")
                ? resolved(document.at(described.path("$ref").asText().substring(1)))
                : described;
    }

    private static Optional<JsonNode> present(JsonNode node) {
        return Optional.of(node).filter(one -> !one.isMissingNode());
    }
}
