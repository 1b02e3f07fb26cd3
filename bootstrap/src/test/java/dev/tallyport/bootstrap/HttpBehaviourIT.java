package dev.tallyport.bootstrap;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.not;

import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Scope;
import dev.tallyport.simulator.devin.Standing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the application answers whoever asks it well, badly, or not at all.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class HttpBehaviourIT {

    private static final String DAILY = "/v2/enterprise/consumption/daily";
    private static final List<String> PATHS =
            List.of(
                    DAILY,
                    DAILY + "/anybody",
                    "/v2/enterprise/consumption/cycles",
                    "/api/v2/enterprise/consumption/daily",
                    "/api/v1/usage",
                    "/api/v1/sources",
                    "/api/v1/sources/acme",
                    "/api/v1/sources/acme/rejects",
                    "/api/v1/reconciliation?source=acme");

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @TestHTTPResource("/")
    URI application;

    @BeforeEach
    void awaitFirstSync() throws InterruptedException {
        var until = Clock.systemUTC().instant().plus(Duration.ofMinutes(2));
        while (Clock.systemUTC().instant().isBefore(until)) {
            var state = asked().get("/api/v1/sources/acme").jsonPath();
            if (state.getString("lastCompleteAt") != null) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the first sync did not end in time");
    }

    @Test
    void nobodyIsToldAnything() {
        for (var path : PATHS) {
            for (var credential : List.of("", "Bearer wrong", "Bearer ", "Basic YTpi")) {
                var request = given().urlEncodingEnabled(false);
                if (!credential.isEmpty()) {
                    request.header("Authorization", credential);
                }
                request.get(path)
                        .then()
                        .statusCode(401)
                        .body("detail", instanceOf(String.class))
                        .body("size()", equalTo(4));
            }
        }
        given().post("/api/v1/sources/acme/sync").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "email%7Cnobody",
                "a%2Fb",
                "%00",
                "%0A",
                "..%2F..",
                "%F0%9F%92%A9"
            })
    void aUserNobodyKnowsIsNotFound(String user) {
        asked().get(DAILY + "/" + user)
                .then()
                .statusCode(404)
                .body("detail", equalTo("User not found"));
    }

    @Test
    void aKnownUserWithoutUsageHasAnEmptyAnswer() {
        var idle =
                vendor.enterprise().people(Standing.MEMBER).stream()
                        .filter(person ->
                                vendor.enterprise()
                                                .total(
                                                        Scope.ofUser(person.id()),
                                                        vendor.enterprise().history())
                                                .signum()
                                        == 0)
                        .findFirst()
                        .orElseThrow();

        var answer = asked().get(DAILY + "/" + encoded(idle.id()));

        answer.then()
                .statusCode(200)
                .body("consumption_by_date", anEmptyMap())
                .body("consumption_by_org_id", anEmptyMap());
        assertThat(answer.asString()).contains("\"total_acus\":0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=yesterday, start_date",
        "end_date=, end_date",
        "start=2026-13-01, start",
        "end=2026-02-30T00:00:00Z, end",
        "start_date=99999-01-01, start_date",
        "start=2026-02-01&end=2026-01-01, end",
    })
    void aMalformedParameterIsNamedInTheVendorsShape(String query, String parameter) {
        asked().get(DAILY + "?" + query)
                .then()
                .statusCode(422)
                .body("detail[0].loc", contains("query", parameter))
                .body("detail[0].msg", not(equalTo("")))
                .body("detail[0].type", not(equalTo("")));
    }

    @Test
    void everyMalformedParameterIsNamedAtOnce() {
        asked().get(DAILY + "?start_date=x&end=y")
                .then()
                .statusCode(422)
                .body(
                        "detail.loc",
                        hasItems(List.of("query", "start_date"), List.of("query", "end")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start=%1$s&end=%2$s",
                "start_date=%1$sT00:00:00Z&end_date=%2$sT00:00:00%%2B00:00",
                "start_date=%1$sT00:00&end_date=%2$sT00:00:00.000",
                "start_date=%1$s&end_date=%2$s&limit=7&unknown=1",
            })
    void notationsOfOneWindowHaveOneAnswer(String notation) {
        var cycle = vendor.enterprise().cycles().get(2);
        var query = notation.formatted(cycle.from(), cycle.until());
        var theirs =
                given().baseUri(vendor.baseUri().toString())
                        .header("Authorization", "Bearer " + SampleVendor.VENDOR_KEY)
                        .get(DAILY + "?start_date=" + cycle.from() + "&end_date=" + cycle.until())
                        .jsonPath();

        var ours = asked().get(DAILY + "?" + query).jsonPath();

        assertThat(ours.<Object>get("total_acus")).isEqualTo(theirs.get("total_acus"));
        assertThat(ours.getMap("consumption_by_date"))
                .isNotEmpty()
                .isEqualTo(theirs.getMap("consumption_by_date"));
    }

    @Test
    void organizationsThatAreNamedButNoneMeanNoUsage() {
        for (var none : List.of("org_ids=", "org_ids=,", "org_ids=nobodys")) {
            assertThat(asked().get(DAILY + "?" + none).asString()).contains("\"total_acus\":0.0");
        }
    }

    @Test
    void hundredsOfOrganizationsFitIntoOneRequest() {
        var many = "org_ids=org-0123456789abcdef0123456789abcdef&".repeat(500);

        asked().get(DAILY + "?" + many).then().statusCode(200);
    }

    @Test
    void metricsNameNobody() {
        asked().post(DAILY + "/email%7Csecret-person");
        asked().get(DAILY + "/email%7Csecret-person");
        given().accept("text/html").get("/people/secret-person").then().statusCode(200);

        given().get("/q/metrics").then().body(not(containsString("secret-person")));
    }

    @Test
    void thePathUnderApiIsTheSame() {
        var under = asked().get("/api" + DAILY).asString();

        assertThat(under).isEqualTo(asked().get(DAILY).asString());
    }

    @Test
    void figuresAreExactDecimals() {
        var answer =
                asked().get(DAILY + "?start=" + vendor.enterprise().history().from()).asString();

        assertThat(answer).containsPattern("\"total_acus\":[0-9]+\\.[0-9]{1,2},");
        assertThat(answer).doesNotContainPattern("[0-9]E").doesNotContainPattern("[0-9]{7}\"?,");
    }

    @Test
    void whatIsNotThereIsAProblemInJson() {
        for (var path : List.of("/v2/enterprise/nothing", "/api/v1/nothing")) {
            asked().get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", instanceOf(String.class));
        }
        asked().get("/api/v1/sources/nowhere").then().statusCode(404);
        asked().delete("/api/v1/usage").then().statusCode(405);
    }

    @Test
    void noEndpointIsTakenForAPage() {
        var paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths").keySet();

        assertThat(paths).isNotEmpty();
        for (var path : paths) {
            given().accept("text/html")
                    .urlEncodingEnabled(false)
                    .get(path.toString().replaceAll("[{}]", ""))
                    .then()
                    .contentType(not(containsString("html")));
        }
    }

    @Test
    void answersAreCompressedForWhoeverTakesThat() throws Exception {
        for (var path : List.of(DAILY, "/api/v1/sessions/export?format=csv")) {
            var plain = received(path, "identity");

            var compressed = received(path, "gzip");

            assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity"))
                    .isEqualTo("identity");
            assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())))
                    .hasBinaryContent(plain.body());
        }
    }

    private HttpResponse<byte[]> received(String path, String encoding) throws Exception {
        var request =
                HttpRequest.newBuilder(application.resolve(path))
                        .header("Authorization", "Bearer " + EmbeddedDatabaseResource.KEY)
                        .header("Accept-Encoding", encoding)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    @Test
    void theOwnApiNamesEveryWrongParameter() {
        asked().get("/api/v1/usage?from=x&groupBy=colour&asKnownOn=never&unheard=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.size()", equalTo(4));
    }

    @Test
    void theWholeOfTimeIsAnsweredAndSaysWhatIsMissing() {
        asked().get("/api/v1/usage?from=0001-01-01&to=9999-12-31")
                .then()
                .statusCode(200)
                .body("sources[0].missing.size()", equalTo(2));
    }

    @Test
    void theApplicationDescribesItself() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/api/v1/usage", DAILY + "/{user_id}"));
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        asked().contentType("application/json")
                .body("{\"name\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .post("/api/v1/people")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("1048576 bytes"));
    }

    @Test
    void aBodyThatTurnsOutTooLargeOnTheWayIsAProblem() throws Exception {
        var large = "x".repeat(2 * 1024 * 1024).getBytes(UTF_8);
        var request =
                HttpRequest.newBuilder(application.resolve("/api/v1/people"))
                        .header("Authorization", "Bearer " + EmbeddedDatabaseResource.KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("1048576 bytes");
        }
    }

    @Test
    void aBodyMayBeAsLargeAsIsAllowed() {
        var name = "x".repeat(1024 * 1024 - 12);

        asked().contentType("application/json")
                .body("{\"name\": \"" + name + "\"}")
                .post("/api/v1/people")
                .then()
                .statusCode(400)
                .body("violations[0].member", equalTo("name"));
    }

    @Test
    void addressesAndHeadersThatAreTooLongAreRefused() {
        asked().get("/api/v1/usage?user=" + "x".repeat(70_000)).then().statusCode(414);
        asked().header("X-Long", "x".repeat(70_000)).get("/api/v1/usage").then().statusCode(431);
    }

    private static RequestSpecification asked() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + EmbeddedDatabaseResource.KEY);
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
