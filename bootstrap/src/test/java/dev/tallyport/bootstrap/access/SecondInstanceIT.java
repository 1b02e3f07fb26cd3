package dev.tallyport.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.RunningTallyport;
import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What is taken away through one instance is gone on another with the next request.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class SecondInstanceIT {

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    @SuppressWarnings("NullAway.Init") // injected
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    @SuppressWarnings("NullAway.Init") // injected
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    @SuppressWarnings("NullAway.Init") // injected
    String password;

    @ConfigProperty(name = "tallyport.secret-key")
    @SuppressWarnings("NullAway.Init") // injected
    String secretKey;

    @Test
    void revocationsAreFeltByTheNextRequest() throws Exception {
        Cast.awaitFirstSync();
        var program = Cast.serviceUser(Cast.fresh("program"));
        var to = "{\"serviceUser\": %d}".formatted(program);
        var role = Cast.give(to, "auditor", "");
        var key = Cast.key(program, "").jsonPath();
        var asker = Asker.withKey(key.getString("secret"));
        var person = new Cast(vendor.enterprise()).signUp(Cast.fresh("signed-in"), "a@b.example");
        var settings =
                Map.of(
                        "quarkus.datasource.jdbc.url", url,
                        "quarkus.datasource.username", user,
                        "quarkus.datasource.password", password,
                        "tallyport.secret-key", secretKey);
        var log = Path.of("target", "second-instance.log");
        try (var second = RunningTallyport.start(log, settings)) {
            second.await("/api/v1/me", answer -> answer.has("name"));
            assertThat(status(second.address(), asker, "/api/v1/sources")).isEqualTo(200);
            assertThat(status(second.address(), person.asker(), "/api/v1/me")).isEqualTo(200);

            remove("/api/v1/role-assignments/" + role);
            assertThat(status(second.address(), asker, "/api/v1/sources")).isEqualTo(403);

            remove("/api/v1/service-users/%d/keys/%d".formatted(program, key.getLong("key.id")));
            assertThat(status(second.address(), asker, "/api/v1/sources")).isEqualTo(401);

            remove("/api/v1/accounts/" + person.account() + "/sessions");
            assertThat(status(second.address(), person.asker(), "/api/v1/me")).isEqualTo(401);
        }
    }

    private static void remove(String path) {
        Cast.OPERATOR.ask("DELETE", path, null).then().statusCode(204);
    }

    private static int status(URI instance, Asker asker, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(instance.resolve(path));
        asker.headers().forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
