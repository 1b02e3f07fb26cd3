package dev.tallyport.bootstrap.access;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody who asks over HTTP: with a key, with the cookie of a session, or with nothing.
///
/// @param headers what proves who it is
record Asker(Map<String, String> headers) {

    static final Asker NOBODY = new Asker(Map.of());

    static Asker withKey(String key) {
        return new Asker(Map.of("Authorization", "Bearer " + key));
    }

    /// Signs in to a local account.
    static Asker signedIn(String login, String password) {
        var cookie =
                NOBODY.post(
                                "/api/v1/session",
                                "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password))
                        .then()
                        .statusCode(200)
                        .extract()
                        .cookie("tallyport_session");
        var session = new Asker(Map.of("Cookie", "tallyport_session=" + cookie));
        var token = session.get("/api/v1/session").jsonPath().getString("csrfToken");
        return new Asker(Map.of("Cookie", "tallyport_session=" + cookie, "X-CSRF-Token", token));
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, String body) {
        return ask("POST", path, body);
    }

    /// @param path with its query, encoded
    Response ask(String method, String path, @Nullable String body) {
        var request = request();
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        return request.request(method, path);
    }

    /// What was created, by its number.
    long created(String path, String body) {
        var answer = post(path, body).then().statusCode(201).extract().jsonPath();
        return answer.getLong("id");
    }

    private RequestSpecification request() {
        return given().urlEncodingEnabled(false).headers(headers);
    }
}
