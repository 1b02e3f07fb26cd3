package dev.tallyport.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// A provider that cannot be reached, since before the start.
@QuarkusTest
@TestProfile(AbsentProvider.class)
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class AbsentProviderIT {

    private static final String SESSION = "/api/v1/session";

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @TestHTTPResource("/")
    URI application;

    @Test
    void keysAreGoodAllTheSame() {
        var answer =
                new Browser(application)
                        .send(
                                "GET",
                                SESSION,
                                "Authorization",
                                "Bearer " + EmbeddedDatabaseResource.KEY);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void whatOnlyTheProviderKnowsIsRefused() {
        var browser = new Browser(application);

        var byToken =
                browser.send("GET", SESSION, "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.");
        var byCookie = browser.send("GET", SESSION, "Cookie", "q_session=" + "a".repeat(43));

        assertThat(byToken.statusCode()).isEqualTo(401);
        assertThat(byCookie.statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverWantsToSignInIsToldThatItIsUnavailable() {
        var answer = new Browser(application).get("/sign-in/provider");

        assertThat(Browser.location(answer)).endsWith("/?sign-in=unavailable");
    }
}
