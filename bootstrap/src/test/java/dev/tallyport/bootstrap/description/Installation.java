package dev.tallyport.bootstrap.description;

import static io.restassured.RestAssured.given;

import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinEnterprise;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The application under test, as whoever may do everything sees it.
final class Installation {

    static final String KEY = EmbeddedDatabaseResource.KEY;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void awaitFirstSync() throws InterruptedException {
        var until = Clock.systemUTC().instant().plus(PATIENCE);
        while (Clock.systemUTC().instant().isBefore(until)) {
            var state = get("/api/v1/sources/acme").jsonPath();
            if (state.getString("lastCompleteAt") != null) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the first sync did not end in time");
    }

    /// At least one of everything that can be listed.
    void haveSomeOfEverything() {
        var user = post("/api/v1/service-users", "{\"name\": \"described\"}").path("id");
        var key =
                post("/api/v1/service-users/" + user + "/keys", "{\"name\": \"a key\"}")
                        .<String>path("secret");
        askedWith(key)
                .contentType("application/json")
                .body("{\"name\": \"a view\", \"path\": \"/explore\", \"shared\": \"everyone\"}")
                .post("/api/v1/views");
        post(
                "/api/v1/role-assignments",
                "{\"to\": {\"serviceUser\": %s}, \"role\": \"auditor\"}".formatted(user));
        put("/api/v1/flags/described", "{\"description\": \"a flag\"}");
        put("/api/v1/flags/described/state", "{\"on\": true, \"reason\": \"a test\"}");
        put(
                "/api/v1/flags/expose-personal-analytics/state",
                "{\"on\": true, \"reason\": \"a test\"}");
        post(
                "/api/v1/rates",
                """
                {"meter": "acus", "unit": "ACU", "price": {"amount": 2.25, "currency": "USD"},
                    "from": "2099-01-01"}
                """);
        post(
                "/api/v1/sources/acme/backfills",
                "{\"from\": \"2026-01-01\", \"to\": \"2026-01-02\"}");
    }

    /// Values that name something, by the names of the parameters and members that they are for.
    Map<String, List<String>> known(DevinEnterprise enterprise) {
        var ids = List.of("1", "2", "3");
        var user = enterprise.people().getFirst().id();
        var organization = enterprise.organizations().getFirst().id();
        return Map.ofEntries(
                Map.entry("id", ids),
                Map.entry("person", ids),
                Map.entry("key", List.of("1", "described")),
                Map.entry("name", List.of("acme", "auditor")),
                Map.entry("source", List.of("acme")),
                Map.entry("user", List.of(user)),
                Map.entry("user_id", List.of(user)),
                Map.entry("organization", List.of(organization)),
                Map.entry("org_ids", List.of(organization)),
                Map.entry("from", List.of(enterprise.history().from().toString())));
    }

    /// @param path with its query, encoded
    Response get(String path) {
        return asked().get(path);
    }

    Response post(String path, String body) {
        return asked().contentType("application/json").body(body).post(path);
    }

    private static void put(String path, String body) {
        asked().contentType("application/json").body(body).put(path).then().statusCode(200);
    }

    private static RequestSpecification asked() {
        return askedWith(KEY);
    }

    private static RequestSpecification askedWith(String key) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
