package dev.tallyport.bootstrap.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is known is not sent again, and nothing is taken for known that is not.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class ConditionalReadsIT {

    private static final String SOURCE = "/api/v1/sources/" + Cast.SOURCE;
    private static final String SYNC = SOURCE + "/sync";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @BeforeEach
    void awaitSync() throws InterruptedException {
        Cast.awaitFirstSync();
        while (Cast.OPERATOR.get(SOURCE).jsonPath().get("progress") != null) {
            Thread.sleep(100);
        }
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        var tag = Cast.OPERATOR.get(usage()).then().statusCode(200).extract().header("ETag");

        for (var known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            knowing(Cast.OPERATOR, known)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", "Authorization, Cookie")
                    .body(blankOrNullString());
        }
        knowing(Cast.OPERATOR, "\"other\"").then().statusCode(200).body("rows", not(empty()));
    }

    @Test
    void whoeverAsksForTheHeadIsToldTheTag() {
        var tag = Cast.OPERATOR.get(usage()).header("ETag");

        Cast.OPERATOR
                .ask("HEAD", usage(), null)
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .header("Content-Length", not(equalTo("0")));
    }

    @Test
    void aNewFactMakesAnotherTag() throws InterruptedException {
        var tag = Cast.OPERATOR.get(usage()).header("ETag");
        var person = vendor.enterprise().people().getFirst();
        vendor.enterprise()
                .restate(
                        vendor.enterprise().currentCycle().from(),
                        person.id(),
                        vendor.enterprise().organizations().getFirst().id(),
                        "devin",
                        new BigDecimal("12345.67"));
        Cast.OPERATOR.post(SYNC, "").then().statusCode(202);

        var changed = awaitChange(tag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    /// What one knows, another may not even see.
    @Test
    void whatOneViewerKnowsIsNoAnswerToAnother() {
        var home = vendor.enterprise().organizations().getFirst();
        var lead = Cast.program("admin", Cast.within(home.id()));
        var tag = Cast.OPERATOR.get(usage()).header("ETag");

        var answer = knowing(lead, tag);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void whatIsRefusedOrSecretOrNoReadHasNoTag() {
        for (var answer :
                new Response[] {
                    Cast.OPERATOR.get("/api/v1/session"),
                    Cast.OPERATOR.get("/api/v1/usage?no-such-parameter=1"),
                    Cast.OPERATOR.get("/api/v1/audit/export"),
                    Cast.OPERATOR.post(SYNC, "")
                }) {
            answer.then().header("ETag", nullValue());
        }
    }

    private String usage() {
        return "/api/v1/usage?groupBy=organization&from=" + vendor.enterprise().history().from();
    }

    private Response knowing(Asker asker, String tags) {
        var headers = new HashMap<>(asker.headers());
        headers.put("If-None-Match", tags);
        return given().urlEncodingEnabled(false).headers(headers).get(usage());
    }

    private Response awaitChange(String tag) throws InterruptedException {
        var until = Clock.systemUTC().instant().plus(PATIENCE);
        while (Clock.systemUTC().instant().isBefore(until)) {
            var answer = knowing(Cast.OPERATOR, tag);
            if (answer.statusCode() != 304) {
                return answer;
            }
            // Long work on the source that is under way comes first.
            Cast.OPERATOR.post(SYNC, "");
            Thread.sleep(100);
        }
        throw new AssertionError("the fact did not arrive in time");
    }
}
