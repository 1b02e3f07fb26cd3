package dev.tallyport.simulator.devin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks a simulator as a connector would.
record Client(DevinSimulator simulator, String key, HttpClient http) implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static Client of(DevinSimulator simulator, String key) {
        return new Client(simulator, key, HttpClient.newHttpClient());
    }

    HttpResponse<String> send(String pathAndQuery) throws IOException, InterruptedException {
        return send("GET", pathAndQuery);
    }

    HttpResponse<String> send(String method, String pathAndQuery)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(simulator.baseUri() + pathAndQuery))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + key)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        var response = send(pathAndQuery);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    pathAndQuery + " answered " + response.statusCode() + " " + response.body());
        }
        return parsed(response.body());
    }

    static JsonNode parsed(String body) throws JsonProcessingException {
        return JSON.readTree(body);
    }

    /// All items of a list of version 3, page after page.
    List<JsonNode> pages(String path, int first) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var page = json(path + "?first=" + first);
        page.get("items").forEach(items::add);
        while (page.get("has_next_page").asBoolean()) {
            var after = encoded(page.get("end_cursor").asText());
            page = json(path + "?first=" + first + "&after=" + after);
            page.get("items").forEach(items::add);
        }
        return items;
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
