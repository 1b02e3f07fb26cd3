package dev.tallyport.bootstrap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.simulator.Demo;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The packaged application in a process of its own, which can be killed.
public final class RunningTallyport implements AutoCloseable {

    static final String KEY = "key-of-a-test-that-may-read-everything";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RUNNER = System.getProperty("test.runner.jar", "");

    private final Process process;
    private final URI address;
    private final String key;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningTallyport(Process process, URI address, String key) {
        this.process = process;
        this.address = address;
        this.key = key;
    }

    /// @param settings keys of the configuration
    public static RunningTallyport start(Path log, Map<String, String> settings)
            throws IOException {
        var given = new ArrayList<String>();
        given.add("-Dquarkus.http.host=localhost");
        given.add("-Dtallyport.bootstrap-key=" + KEY);
        settings.forEach((key, value) -> given.add("-D" + key + "=" + value));
        given.addAll(List.of("-jar", RUNNER));
        return start(log, given, KEY);
    }

    /// With a sample enterprise, as `./mvnw -Pdemo` does.
    public static RunningTallyport startDemo(Path log, Path folder) throws IOException {
        var classes = Demo.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return start(
                log,
                List.of(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        RUNNER + File.pathSeparator + classes,
                        Demo.class.getName(),
                        folder.toString()),
                Demo.KEY);
    }

    private static RunningTallyport start(Path log, List<String> arguments, String key)
            throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(arguments);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        return new RunningTallyport(process, URI.create("http://localhost:" + port), key);
    }

    public URI address() {
        return address;
    }

    /// The answer as soon as there is one that fits.
    public JsonNode await(String path, Predicate<JsonNode> fits) throws InterruptedException {
        return await(path, fits, PATIENCE);
    }

    /// The answer as soon as there is one that fits.
    JsonNode await(String path, Predicate<JsonNode> fits, Duration patience)
            throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new AssertionError("the process ended with " + process.exitValue());
            }
            try {
                var answer = get(path);
                if (fits.test(answer)) {
                    return answer;
                }
            } catch (IOException _) {
                // Not listening yet.
            }
            Thread.sleep(20);
        }
        throw new AssertionError("waited in vain for " + path);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return get(client, address, key, path);
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " answered " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    static JsonNode get(HttpClient client, URI address, String key, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofSeconds(30))
                        .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /// As the operating system does when memory runs out.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// As an operator does.
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(45, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
        try {
            if (!stop()) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
