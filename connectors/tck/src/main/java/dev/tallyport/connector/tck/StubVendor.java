package dev.tallyport.connector.tck;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A vendor on loopback: an HTTP server that answers as it is told and is attacked by the contract.
/// One connection per request. Safe for threads.
public final class StubVendor implements AutoCloseable {

    private static final int PIECES = 25;
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(20);
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

    private final Function<Request, Response> answers;
    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final AtomicInteger spoilt = new AtomicInteger();
    private volatile Attack attack = (_, _) -> Optional.empty();

    /// @param answers called by several threads at once
    public StubVendor(Function<Request, Response> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.startVirtualThread(this::accept);
    }

    /// Answers what another server answers, such as a simulator of the vendor.
    ///
    /// @param server without a path
    public static StubVendor inFrontOf(URI server) {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new StubVendor(request -> forward(client, server, request));
    }

    /// Where the connector finds the vendor, without a slash at the end.
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// Takes the place of any earlier attack.
    void attack(Attack attack) {
        spoilt.set(0);
        this.attack = attack;
    }

    void heal() {
        attack((_, _) -> Optional.empty());
    }

    /// How many answers the attack under way has spoilt.
    int spoilt() {
        return spoilt.get();
    }

    /// What was asked so far: paths and queries.
    List<String> targets() {
        return List.copyOf(targets);
    }

    /// Refuses every connection from now on.
    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var request = parse(new BufferedInputStream(connection.getInputStream()));
            if (request.isEmpty()) {
                return;
            }
            targets.add(request.get().target());
            var honest = answers.apply(request.get());
            var spoiled = attack.spoil(request.get(), honest);
            if (spoiled.isPresent()) {
                spoilt.incrementAndGet();
            }
            send(spoiled.orElse(honest), connection);
        } catch (IOException | InterruptedException _) {
            // The connector hung up; what it made of that is asserted on its side.
        } finally {
            connections.remove(connection);
        }
    }

    private static void send(Response response, Socket connection)
            throws IOException, InterruptedException {
        var out = connection.getOutputStream();
        var body = response.body();
        switch (response.delivery()) {
            case WHOLE -> {
                out.write(head(response));
                out.write(body);
            }
            case CUT_SHORT -> {
                out.write(head(response));
                out.write(body, 0, body.length / 2);
            }
            case SLOW -> {
                out.write(head(response));
                trickle(body, out);
            }
            case RESET -> connection.setSoLinger(true, 0);
            case NEVER -> connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        out.flush();
    }

    private static void trickle(byte[] body, OutputStream out)
            throws IOException, InterruptedException {
        int size = body.length / PIECES + 1;
        for (int from = 0; from < body.length; from += size) {
            Thread.sleep(BETWEEN_PIECES);
            out.write(body, from, Math.min(size, body.length - from));
            out.flush();
        }
    }

    private static byte[] head(Response response) {
        var head = new StringBuilder("HTTP/1.1 " + response.status() + " Answer\r\n");
        response.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Connection: close\r\nContent-Length: " + response.body().length + "\r\n\r\n");
        return head.toString().getBytes(ISO_8859_1);
    }

    private static Optional<Request> parse(InputStream in) throws IOException {
        var first = line(in).split(" ", -1);
        if (first.length < 2) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var pair = line.split(":", 2);
            headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new String(in.readNBytes(length), UTF_8);
        return Optional.of(new Request(first[0], first[1], headers, body));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    private static Response forward(HttpClient client, URI server, Request request) {
        var copy =
                HttpRequest.newBuilder(URI.create(server + request.target()))
                        .method(
                                request.method(),
                                HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, value) -> {
                    if (!OF_ONE_CONNECTION.contains(name)) {
                        copy.setHeader(name, value);
                    }
                });
        try {
            var answer = client.send(copy.build(), HttpResponse.BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            answer.headers().map().forEach((name, values) -> headers.put(name, values.getLast()));
            headers.keySet().removeIf(name -> OF_ONE_CONNECTION.contains(lower(name)));
            headers.keySet().removeIf(name -> lower(name).equals("transfer-encoding"));
            return new Response(
                    answer.statusCode(),
                    Map.copyOf(headers),
                    answer.body(),
                    Response.Delivery.WHOLE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
