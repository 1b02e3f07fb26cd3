package dev.tallyport.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An HTTP server on loopback that answers as a vendor would, counts what it is asked and
/// misbehaves on demand. Safe for threads.
///
/// Predicates on requests are given path and query as they came over the wire, still encoded.
public abstract class VendorServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    private record Running(HttpServer server, ExecutorService threads) {}

    private final Duration latency;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private int port;
    private @Nullable Running running;

    /// @param port 0 for any free one
    /// @param latency what every request waits before it is answered
    protected VendorServer(int port, Duration latency) {
        this.port = port;
        this.latency = latency;
    }

    /// The right answer.
    protected abstract Answer answer(Request request);

    /// Begins to answer; after a stop, at the same address as before.
    public synchronized VendorServer start() throws IOException {
        if (running == null) {
            var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
            var server = HttpServer.create(address, BACKLOG);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", this::handle);
            server.start();
            port = server.getAddress().getPort();
            running = new Running(server, threads);
        }
        return this;
    }

    /// Closes every connection; new ones are refused.
    public synchronized void stop() {
        if (running != null) {
            running.server().stop(0);
            running.threads().shutdownNow();
            running = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public synchronized URI baseUri() {
        if (port == 0) {
            throw new IllegalStateException("the simulator was never started");
        }
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Lets the next requests fail, whatever they ask for.
    public void failNext(int count, Fault fault) {
        faults.add(_ -> true, count, fault);
    }

    /// Lets the next requests that match fail.
    public void failNext(int count, Predicate<String> pathAndQuery, Fault fault) {
        faults.add(pathAndQuery, count, fault);
    }

    /// Lets every request that matches fail until healed.
    public void fail(Predicate<String> pathAndQuery, Fault fault) {
        faults.add(pathAndQuery, Long.MAX_VALUE, fault);
    }

    /// Switches all faults off.
    public void heal() {
        faults.clear();
    }

    public long requests() {
        return requests.total();
    }

    /// How many of the last 100,000 requests match.
    public long requestsTo(Predicate<String> pathAndQuery) {
        return requests.count(pathAndQuery);
    }

    /// The most requests that were being answered at once.
    public int highestInFlight() {
        return requests.highestInFlight();
    }

    /// Begins to count anew.
    public void forgetRequests() {
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestURI().toString();
        try (exchange;
                var visit = requests.enter(target)) {
            pause(latency);
            var fault = faults.next(target);
            switch (fault.orElse(null)) {
                case null -> send(exchange, visit, answer(exchange));
                case Fault.ConnectionReset() -> {}
                case Fault.Replaced(int status, var headers, var body) ->
                        send(exchange, visit, new Answer(status, headers, body));
                case Fault.CutShort() -> sendHalf(exchange, answer(exchange));
                case Fault.SlowBody(var wait) ->
                        sendSlowly(exchange, visit, answer(exchange), wait);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestURI();
        try {
            return answer(
                    new Request(
                            exchange.getRequestMethod(),
                            target.getRawPath(),
                            Query.parse(target.getRawQuery()),
                            exchange.getRequestHeaders(),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static void send(HttpExchange exchange, RequestLog.Visit visit, Answer answer)
            throws IOException {
        var body = begin(exchange, answer);
        visit.leave();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sendHalf(HttpExchange exchange, Answer answer) throws IOException {
        var body = begin(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void sendSlowly(
            HttpExchange exchange, RequestLog.Visit visit, Answer answer, Duration wait)
            throws IOException, InterruptedException {
        var body = begin(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), body.length);
        for (int index = 0; index < body.length; index++) {
            pause(wait);
            if (index == body.length - 1) {
                visit.leave();
            }
            exchange.getResponseBody().write(body[index]);
            exchange.getResponseBody().flush();
        }
    }

    private static byte[] begin(HttpExchange exchange, Answer answer) {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        boolean isBodiless = exchange.getRequestMethod().equals("HEAD");
        return isBodiless ? new byte[0] : answer.body().getBytes(UTF_8);
    }

    private static void pause(Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            Thread.sleep(duration);
        }
    }
}
