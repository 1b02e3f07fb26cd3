package dev.tallyport.bootstrap.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.bootstrap.description.Described.Operation;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// That the OpenAPI document is complete and true. That it names every endpoint there is, and none
/// beside, is in the access matrix's test.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class DescriptionIT {

    /// What the types of the web application are made from.
    private static final Path REFERENCE = Path.of("../docs/reference/openapi.json");

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)\\}");

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @SuppressWarnings("NullAway.Init") // by read
    private Described described;

    @BeforeEach
    void read() {
        described = Described.parse(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void theReferenceIsWhatTheApplicationSaysOfItself() throws IOException {
        var said = described.written();
        Files.writeString(Path.of("target/openapi.json"), said);

        assertThat(Files.readString(REFERENCE))
                .withFailMessage(
                        "docs/reference/openapi.json is not what the application says of itself;"
                                + " where it should be, take that over:"
                                + " cp bootstrap/target/openapi.json docs/reference/openapi.json")
                .isEqualTo(said);
    }

    @Test
    void everyOperationSaysWhatItIsAndIsFoundByItsOwnId() {
        var ids = new TreeSet<String>();
        var said = new SoftAssertions();
        for (var operation : described.operations()) {
            var own = operation.described();
            said.assertThat(own.path("summary").asText()).as(operation + " summary").isNotBlank();
            said.assertThat(own.path("tags")).as(operation + " tags").isNotEmpty();
            said.assertThat(ids.add(own.path("operationId").asText()))
                    .as(operation + " operationId")
                    .isTrue();
        }
        said.assertAll();
        assertThat(ids).isNotEmpty().doesNotContain("");
    }

    @Test
    void everyParameterIsDescribedWithItsTypeAndAnExample() {
        var said = new SoftAssertions();
        for (var operation : described.operations()) {
            for (var parameter : described.parameters(operation)) {
                var name = operation + " " + parameter.path("name").asText();
                var schema = described.resolved(parameter.path("schema"));
                said.assertThat(schema.path("type").isMissingNode()).as(name + " type").isFalse();
                said.assertThat(parameter.path("description").asText())
                        .as(name + " description")
                        .isNotBlank();
                said.assertThat(hasExample(parameter, schema)).as(name + " example").isTrue();
            }
        }
        said.assertAll();
    }

    /// What it can be, or what it is by default, is one.
    private static boolean hasExample(JsonNode parameter, JsonNode schema) {
        return !Described.examples(parameter).isEmpty()
                || !Described.examples(schema).isEmpty()
                || schema.has("enum")
                || schema.has("maximum")
                || schema.has("default");
    }

    @Test
    void everyExampleIsOfItsSchema() {
        var said = new SoftAssertions();
        for (var operation : described.operations()) {
            for (var parameter : described.parameters(operation)) {
                checkExamples(said, operation + " " + parameter.path("name"), parameter);
            }
            described
                    .requestBody(operation)
                    .ifPresent(body -> {
                        said.assertThat(Described.examples(body))
                                .as(operation + " body")
                                .isNotEmpty();
                        checkExamples(said, operation + " body", body);
                    });
            for (var status : described.statuses(operation)) {
                described
                        .answer(operation, status)
                        .ifPresent(answer -> checkExamples(said, operation + " " + status, answer));
            }
        }
        said.assertAll();
    }

    private void checkExamples(SoftAssertions said, String what, JsonNode of) {
        for (var example : Described.examples(of)) {
            said.assertThat(described.violations(of.path("schema"), example))
                    .as(what + " " + example)
                    .isEmpty();
        }
    }

    @Test
    void everySuccessInJsonHasASchemaAndAnExample() {
        var said = new SoftAssertions();
        for (var operation : described.operations()) {
            var successes =
                    described.statuses(operation).stream()
                            .filter(status -> status.startsWith("2"))
                            .toList();
            said.assertThat(successes).as(operation.toString()).isNotEmpty();
            for (var status : successes) {
                described
                        .answer(operation, status)
                        .ifPresent(answer -> {
                            var what = operation + " " + status;
                            said.assertThat(answer.has("schema")).as(what + " schema").isTrue();
                            said.assertThat(Described.examples(answer))
                                    .as(what + " example")
                                    .isNotEmpty();
                        });
            }
        }
        said.assertAll();
    }

    @Test
    void everyOperationSaysWhichErrorsItAnswers() {
        var said = new SoftAssertions();
        for (var operation : described.operations()) {
            var expected = new ArrayList<String>();
            var security = operation.described().path("security");
            if (!security.isArray() || !security.isEmpty()) {
                expected.addAll(List.of("401", "403"));
            }
            if (operation.path().contains("{")) {
                expected.add("404");
            }
            if (operation.isOwn()) {
                expected.add("503");
                if (takesInput(operation)) {
                    expected.add("400");
                }
                if (described.requestBody(operation).isPresent()) {
                    expected.add("413");
                }
            }
            said.assertThat(described.statuses(operation))
                    .as(operation.toString())
                    .containsAll(expected);
        }
        said.assertAll();
    }

    private boolean takesInput(Operation operation) {
        return described.requestBody(operation).isPresent()
                || described.parameters(operation).stream()
                        .anyMatch(parameter -> parameter.path("in").asText().equals("query"));
    }

    @Test
    void whatIsAnsweredIsAsPromised() throws InterruptedException {
        var api = new Installation();
        api.awaitFirstSync();
        api.haveSomeOfEverything();
        var reads =
                described.operations().stream()
                        .filter(operation -> operation.method().equals("GET"))
                        .toList();

        var told = new SoftAssertions();
        var answered = new TreeSet<String>();
        for (var operation : reads) {
            for (var path : paths(operation, api)) {
                var answer = api.get(path);
                var status = Integer.toString(answer.statusCode());
                if (status.equals("200")) {
                    answered.add(operation.toString());
                }
                told.assertThat(described.statuses(operation)).as(path).contains(status);
                described
                        .answer(operation, status)
                        .ifPresent(promised ->
                                told.assertThat(
                                                described.violations(
                                                        promised.path("schema"),
                                                        Described.read(answer.asString())))
                                        .as(path + " " + status)
                                        .isEmpty());
            }
        }

        told.assertAll();
        assertThat(answered)
                .containsExactlyInAnyOrderElementsOf(
                        reads.stream().map(Operation::toString).toList());
    }

    /// As plain as can be, and with the examples of each parameter that may be left out.
    private List<String> paths(Operation operation, Installation api) {
        var plain = known(operation, api);
        var required = new ArrayList<String>();
        var optional = new ArrayList<String>();
        for (var parameter : described.parameters(operation)) {
            if (parameter.path("in").asText().equals("query")) {
                for (var example : Described.examples(parameter)) {
                    (parameter.path("required").asBoolean() ? required : optional)
                            .add(
                                    parameter.path("name").asText()
                                            + "="
                                            + Installation.encoded(written(example)));
                }
            }
        }
        var paths = new ArrayList<String>();
        paths.add(required.isEmpty() ? plain : plain + "?" + String.join("&", required));
        for (var one : optional) {
            paths.add(
                    plain
                            + "?"
                            + Stream.concat(required.stream(), Stream.of(one))
                                    .collect(Collectors.joining("&")));
        }
        return paths;
    }

    private static String written(JsonNode example) {
        return example.isArray()
                ? example.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : example.asText();
    }

    /// With what the list says that a thing belongs to.
    private String known(Operation operation, Installation api) {
        if (operation.path().contains("{user_id}")) {
            var user = vendor.enterprise().people().getFirst().id();
            return operation.path().replace("{user_id}", Installation.encoded(user));
        }
        if (operation.path().equals("/api/v1/sessions/{source}/{id}")) {
            var session = Described.read(api.get("/api/v1/sessions").asString()).at("/sessions/0");
            return operation
                    .path()
                    .replace("{source}", session.path("source").asText())
                    .replace("{id}", Installation.encoded(session.path("id").asText()));
        }
        var path = operation.path();
        for (var parameter = PARAMETER.matcher(path);
                parameter.find();
                parameter = PARAMETER.matcher(path)) {
            var list = Described.read(api.get(path.substring(0, parameter.start() - 1)).asString());
            path =
                    path.replace(
                            parameter.group(),
                            Installation.encoded(list.findValue(parameter.group(1)).asText()));
        }
        return path;
    }
}
