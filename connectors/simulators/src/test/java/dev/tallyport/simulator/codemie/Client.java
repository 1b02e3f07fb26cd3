package dev.tallyport.simulator.codemie;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks a simulator as a connector would.
record Client(CodeMieSimulator simulator, String token, HttpClient http) implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static Client of(CodeMieSimulator simulator, String token) {
        return new Client(simulator, token, HttpClient.newHttpClient());
    }

    /// @param question what comes after `/v1/analytics/`
    HttpResponse<String> send(String question) throws IOException, InterruptedException {
        return get("/v1/analytics/" + question);
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(
                request(URI.create(simulator.apiUri() + pathAndQuery)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> askForToken(String form) throws IOException, InterruptedException {
        return http.send(
                request(simulator.tokenUri()).POST(BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
    }

    JsonNode json(String question) throws IOException, InterruptedException {
        var response = send(question);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    question + " answered " + response.statusCode() + " " + response.body());
        }
        return parsed(response.body());
    }

    static JsonNode parsed(String body) throws JsonProcessingException {
        return JSON.readTree(body);
    }

    /// All rows of a table, page after page.
    ///
    /// @param question ends with a parameter
    List<JsonNode> rows(String question, int size) throws IOException, InterruptedException {
        var rows = new ArrayList<JsonNode>();
        boolean hasMore = true;
        for (int page = 0; hasMore; page++) {
            var answer = json(question + "&page=" + page + "&per_page=" + size);
            answer.at("/data/rows").forEach(rows::add);
            hasMore = answer.at("/pagination/has_more").asBoolean();
        }
        return rows;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
