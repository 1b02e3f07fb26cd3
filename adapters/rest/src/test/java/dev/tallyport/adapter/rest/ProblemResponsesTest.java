package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

class ProblemResponsesTest {

    @Test
    void everyOperationRefusesNobodyAndWhoMayNot() {
        var operation = filtered("/api/v1/roles", operation());

        assertThat(statuses(operation)).containsExactly("200", "401", "403", "503");
    }

    @Test
    void whatIsSentCanBeWrong() {
        var withBody = operation().requestBody(OASFactory.createRequestBody());
        var withParameter = operation().addParameter(OASFactory.createParameter().ref("limit"));

        assertThat(statuses(filtered("/api/v1/roles", withBody))).contains("400");
        assertThat(statuses(filtered("/api/v1/roles", withParameter))).contains("400");
    }

    @Test
    void whatNeedsNobodyRefusesNobody() {
        var operation = operation().security(List.of());

        assertThat(statuses(filtered("/api/v1/session", operation))).containsExactly("200", "503");
    }

    @Test
    void aProblemThatAnOperationDescribesKeepsItsDescriptionAndGetsItsShape() {
        var operation = operation();
        operation
                .getResponses()
                .addAPIResponse("403", OASFactory.createAPIResponse().description("Off"));

        var forbidden = filtered("/api/v1/roles", operation).getResponses().getAPIResponse("403");

        assertThat(forbidden.getDescription()).isEqualTo("Off");
        assertThat(forbidden.getContent().getMediaTypes())
                .containsOnlyKeys("application/problem+json");
    }

    @Test
    void dialectsAreLeftAsTheyAre() {
        var operation = filtered("/v2/enterprise/consumption/daily", operation());

        assertThat(statuses(operation)).containsExactly("200");
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .responses(
                        OASFactory.createAPIResponses()
                                .addAPIResponse("200", OASFactory.createAPIResponse()));
    }

    private static Operation filtered(String path, Operation operation) {
        var document =
                OASFactory.createOpenAPI()
                        .paths(
                                OASFactory.createPaths()
                                        .addPathItem(
                                                path, OASFactory.createPathItem().GET(operation)));
        new ProblemResponses().filterOpenAPI(document);
        return operation;
    }

    private static List<String> statuses(Operation operation) {
        return List.copyOf(operation.getResponses().getAPIResponses().keySet());
    }
}
