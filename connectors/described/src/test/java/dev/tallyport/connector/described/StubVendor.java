package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A vendor on loopback that answers every request by one function.
final class StubVendor implements AutoCloseable {

    /// @param query every value of every parameter, decoded; of a POST the form's
    record Asked(String path, Map<String, List<String>> query, Map<String, List<String>> headers) {

        String authorization() {
            return header("Authorization");
        }

        /// @param name as HTTP/1.1 of the JDK writes it, such as `X-api-key`
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        String one(String parameter) {
            return query.getOrDefault(parameter, List.of("")).getFirst();
        }
    }

    /// @param link the header `Link`; empty for none
    record Answer(int status, String body, String link) {

        static Answer ok(String body) {
            return new Answer(200, body, "");
        }
    }

    private final HttpServer server;
    private final Function<Asked, Answer> vendor;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    StubVendor(Function<Asked, Answer> vendor) {
        this.vendor = vendor;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    new Asked(
                            exchange.getRequestURI().getRawPath(),
                            query(
                                    exchange.getRequestMethod().equals("POST")
                                            ? new String(
                                                    exchange.getRequestBody().readAllBytes(), UTF_8)
                                            : exchange.getRequestURI().getRawQuery()),
                            Map.copyOf(exchange.getRequestHeaders()));
            asked.add(request);
            var answer = vendor.apply(request);
            if (!answer.link().isEmpty()) {
                exchange.getResponseHeaders().add("Link", answer.link());
            }
            var body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, List<String>> query(String raw) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var parameter : raw.split("&", -1)) {
            var parts = parameter.split("=", 2);
            query.computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), _ -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
