package dev.tallyport.bootstrap.identity;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Keeps cookies and follows nothing by itself.
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SESSION = "q_session";

    private final URI application;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Browser(URI application) {
        this.application = application;
    }

    /// One that somebody copied this one's cookies to.
    Browser copy() {
        var copy = new Browser(application);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Optional<String> session() {
        return Optional.ofNullable(cookies.get(SESSION));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    /// @param headers names and values in turn
    HttpResponse<String> send(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(application.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new AssertionError("not answered: " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void keep(String header) {
        for (var cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    /// Through the provider's page and back, to where the application sends the browser then.
    String signIn(KeycloakServer keycloak, String user) {
        var there = location(get("/sign-in/provider"));
        var back = keycloak.signIn(URI.create(there), user, "password");
        var signedIn = get(location(get(back.toString())));
        return location(signedIn);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new AssertionError(
                                "no redirect but " + answer.statusCode() + " " + answer.body()));
    }
}
