package dev.tallyport.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// No provider is configured.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class NoProviderIT {

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @TestHTTPResource("/")
    URI application;

    @Test
    void thereIsNothingToSignInAt() {
        var answer = new Browser(application).get("/sign-in/provider");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void thereIsNothingToSignOutOf() {
        var answer =
                new Browser(application)
                        .send(
                                "POST",
                                "/sign-out",
                                "Authorization",
                                "Bearer " + EmbeddedDatabaseResource.KEY);

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
