package dev.tallyport.connector.http;

import static java.lang.System.Logger.Level.DEBUG;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A vendor's JSON over HTTP, for one read. Safe for any number of threads.
///
/// 1. At most so many requests as the [Endpoint] allows are under way; one that pauses is not.
/// 2. What may pass by itself is tried again as [Retries] says: no answer, a slow one, 408, 429 and
///    5xx; an answer that was cut off is tried again once.
/// 3. When the vendor asks to wait, no request is sent until then.
/// 4. No redirection is followed, since the key would travel along.
/// 5. Whatever is thrown is free of the key and of foreign causes, which might quote it.
/// 6. An interrupted thread stops at once with a [CancellationException] and its flag set.
public final class VendorApi implements AutoCloseable {

    private static final Set<Integer> UNKNOWN = Set.of(404, 410, 422);
    private static final System.Logger LOG = System.getLogger(VendorApi.class.getName());
    private static final int MAX_ERROR_BODY_BYTES = 64 << 10;
    private static final int MAX_QUOTED = 200;

    private final Endpoint endpoint;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final HttpClient client;
    private final Semaphore permits;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    public VendorApi(Endpoint endpoint, InstantSource clock) {
        this(endpoint, clock, Thread::sleep, () -> ThreadLocalRandom.current().nextLong());
    }

    /// @param random safe for any number of threads
    public VendorApi(
            Endpoint endpoint, InstantSource clock, Sleeper sleeper, RandomGenerator random) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.permits = new Semaphore(endpoint.concurrency(), true);
        // One connection per request, so that a stalled answer holds up no other.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(endpoint.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// @param pathAndQuery starts with a slash, percent-encoded
    /// @throws ConnectorException when there is no such answer
    public JsonNode get(String pathAndQuery) {
        return switch (ask(pathAndQuery)) {
            case Answer(var body) -> body;
            case Refusal refusal -> throw failure(pathAndQuery, refusal);
        };
    }

    /// What `get` answers, or nothing when the vendor does not know the thing asked for: it answers
    /// 404 or 410, or 422 to an id that it no longer accepts.
    ///
    /// @param pathAndQuery starts with a slash, percent-encoded
    /// @throws ConnectorException when there is no such answer
    public Optional<JsonNode> find(String pathAndQuery) {
        return switch (ask(pathAndQuery)) {
            case Answer(var body) -> Optional.of(body);
            case Refusal refusal when UNKNOWN.contains(refusal.status()) -> Optional.empty();
            case Refusal refusal -> throw failure(pathAndQuery, refusal);
        };
    }

    /// Abandons what is under way.
    @Override
    public void close() {
        client.shutdownNow();
    }

    /// @param body as much of it as there was
    private record Response(int status, HttpHeaders headers, BoundedBody body) {}

    private sealed interface Outcome {}

    private sealed interface Final extends Outcome {}

    private record Answer(JsonNode body) implements Final {}

    /// Asking again would not help.
    private record Refusal(int status, Kind kind, String reason) implements Final {}

    /// May pass by itself.
    ///
    /// @param asked how long the vendor asks to wait
    private record Fault(Kind kind, String reason, Optional<Duration> asked) implements Outcome {}

    private record CutOff(String reason) implements Outcome {}

    private Final ask(String path) {
        var builder =
                HttpRequest.newBuilder(endpoint.at(path)).header("Accept", "application/json");
        endpoint.credential().addTo(builder);
        var request = builder.build();
        boolean cutOffBefore = false;
        try {
            for (int attempt = 1; ; attempt++) {
                switch (attempt(request, attempt)) {
                    case Final outcome -> {
                        return outcome;
                    }
                    case Fault fault -> pause(path, attempt, fault);
                    case CutOff(var reason) -> {
                        var fault = new Fault(Kind.MALFORMED_RESPONSE, reason, Optional.empty());
                        pause(path, cutOffBefore ? Integer.MAX_VALUE : attempt, fault);
                        cutOffBefore = true;
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException(redacted("GET " + path + " was interrupted"));
        }
    }

    /// Waits for its turn, then asks once.
    private Outcome attempt(HttpRequest request, int attempt) throws InterruptedException {
        var waitedFor = Instant.MIN;
        while (true) {
            var until = notBefore.get();
            if (until.isAfter(waitedFor)) {
                sleepUntil(until);
                waitedFor = until;
            }
            permits.acquire();
            try {
                if (!notBefore.get().isAfter(waitedFor)) {
                    var outcome = exchange(request);
                    return outcome instanceof Fault fault ? heldBack(fault, attempt) : outcome;
                }
            } finally {
                permits.release();
            }
        }
    }

    /// Makes everybody wait if the vendor asks to, before the next one gets the permit.
    private Fault heldBack(Fault fault, int attempt) {
        if (fault.kind() != Kind.RATE_LIMITED && fault.asked().isEmpty()) {
            return fault;
        }
        var retries = endpoint.retries();
        var asked = fault.asked().orElseGet(() -> retries.pauseAfter(attempt, random));
        if (asked.compareTo(retries.longestWait()) <= 0) {
            var until = clock.instant().plus(asked);
            notBefore.accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
        }
        return new Fault(fault.kind(), fault.reason(), Optional.of(asked));
    }

    private Outcome exchange(HttpRequest request) throws InterruptedException {
        var received = new AtomicReference<@Nullable Response>();
        // The client's own timeout ends with the headers; this one covers the body too.
        var sent =
                client.sendAsync(
                        request,
                        info -> {
                            var body = new BoundedBody(limit(info));
                            received.set(new Response(info.statusCode(), info.headers(), body));
                            return body;
                        });
        try {
            sent.get(endpoint.requestTimeout().toNanos(), TimeUnit.NANOSECONDS);
            return outcome(Objects.requireNonNull(received.get()));
        } catch (TimeoutException _) {
            return unavailable("did not answer within " + endpoint.requestTimeout());
        } catch (ExecutionException failed) {
            // A connection that ends early fails here or in the body, whichever notices first.
            var begun = received.get();
            return begun == null
                    ? unavailable("got no answer: " + description(failed))
                    : outcome(begun);
        } finally {
            sent.cancel(true);
        }
    }

    private int limit(HttpResponse.ResponseInfo info) {
        return info.statusCode() / 100 == 2
                ? endpoint.maxBytes()
                : Math.min(MAX_ERROR_BODY_BYTES, endpoint.maxBytes());
    }

    private Outcome outcome(Response response) {
        int status = response.status();
        return switch (status) {
            case 401 -> refusal(response, Kind.UNAUTHORIZED, "the vendor does not accept the key");
            case 403 ->
                    refusal(response, Kind.UNAUTHORIZED, "the key lacks the permission for this");
            case 404, 405, 410 ->
                    refusal(
                            response,
                            Kind.MISCONFIGURED,
                            "there is no such thing at the configured address");
            case 408 -> unavailable("answered 408");
            case 429 -> new Fault(Kind.RATE_LIMITED, "answered 429", askedPause(response));
            case 503 -> new Fault(Kind.UNAVAILABLE, "answered 503", askedPause(response));
            default ->
                    switch (status / 100) {
                        case 2 -> content(response);
                        case 3 ->
                                new Refusal(
                                        status,
                                        Kind.MISCONFIGURED,
                                        "answered %d, a redirection to %s, which is not followed; "
                                                        .formatted(status, locationHost(response))
                                                + "enter the vendor's final address");
                        case 5 -> unavailable("answered " + status);
                        default ->
                                refusal(
                                        response,
                                        Kind.MALFORMED_RESPONSE,
                                        "the vendor does not take this request");
                    };
        };
    }

    private Outcome content(Response response) {
        int status = response.status();
        return switch (response.body().end()) {
            case CUT_OFF -> cutOff(status);
            case TOO_LARGE ->
                    malformed(status, "more than " + endpoint.maxBytes() + " bytes of body");
            case WHOLE -> {
                try {
                    var json = JsonTree.parse(response.body().bytes());
                    yield json.isMissingNode() ? malformed(status, "no body") : new Answer(json);
                } catch (JsonEOFException _) {
                    yield cutOff(status);
                } catch (StreamConstraintsException excessive) {
                    yield malformed(
                            status, "JSON beyond bounds: " + excessive.getOriginalMessage());
                } catch (JsonProcessingException malformed) {
                    var at = malformed.getLocation();
                    yield malformed(
                            status,
                            at == null
                                    ? "what is not JSON"
                                    : "what is not JSON, at line %d, column %d"
                                            .formatted(at.getLineNr(), at.getColumnNr()));
                }
            }
        };
    }

    private static CutOff cutOff(int status) {
        return new CutOff("answered " + status + " with a body that was cut off");
    }

    private static Fault unavailable(String reason) {
        return new Fault(Kind.UNAVAILABLE, reason, Optional.empty());
    }

    private static Refusal malformed(int status, String what) {
        return new Refusal(status, Kind.MALFORMED_RESPONSE, "answered " + status + " with " + what);
    }

    private Refusal refusal(Response response, Kind kind, String meaning) {
        var detail = detail(response.body().bytes()).map(text -> " (" + text + ")").orElse("");
        return new Refusal(
                response.status(), kind, "answered " + response.status() + ": " + meaning + detail);
    }

    /// The vendor's own words, without the key before they are cut, so that no half of it is left.
    private Optional<String> detail(byte[] body) {
        try {
            var json = JsonTree.parse(body);
            return Stream.of("/detail", "/detail/0/msg")
                    .map(json::at)
                    .filter(JsonNode::isTextual)
                    .map(text -> OneLine.of(redacted(text.textValue()), MAX_QUOTED))
                    .findFirst();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static String locationHost(Response response) {
        try {
            return response.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .flatMap(location -> Optional.ofNullable(location.getHost()))
                    .orElse("the same host");
        } catch (IllegalArgumentException _) {
            return "an address that cannot be read";
        }
    }

    /// What the vendor asks to wait, as seconds or as a date; empty when it is not in the future.
    private Optional<Duration> askedPause(Response response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .flatMap(this::duration)
                .filter(Duration::isPositive);
    }

    private Optional<Duration> duration(String retryAfter) {
        if (retryAfter.matches("[0-9]+")) {
            var seconds = retryAfter.length() > 9 ? "999999999" : retryAfter;
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void pause(String path, int attempt, Fault fault) throws InterruptedException {
        var retries = endpoint.retries();
        boolean askedTooMuch =
                fault.asked()
                        .filter(asked -> asked.compareTo(retries.longestWait()) > 0)
                        .isPresent();
        if (askedTooMuch || attempt >= retries.maxAttempts()) {
            var notice =
                    fault.asked()
                            .map(clock.instant()::plus)
                            .map(until -> " and is not to be asked again before " + until)
                            .orElse("");
            throw failure(path, fault.kind(), fault.reason() + notice);
        }
        var pause = fault.asked().orElseGet(() -> retries.pauseAfter(attempt, random));
        LOG.log(
                DEBUG,
                () ->
                        redacted(
                                "request is repeated path=%s attempt=%d pause=%s reason=%s"
                                        .formatted(path, attempt, pause, fault.reason())));
        // What the vendor asked for is kept before the next attempt, by everybody.
        if (fault.asked().isEmpty()) {
            sleeper.sleep(pause);
        }
    }

    private void sleepUntil(Instant until) throws InterruptedException {
        var pause = Duration.between(clock.instant(), until);
        if (pause.isPositive()) {
            var longest = endpoint.retries().longestWait();
            sleeper.sleep(pause.compareTo(longest) > 0 ? longest : pause);
        }
    }

    private ConnectorException failure(String path, Refusal refusal) {
        return failure(path, refusal.kind(), refusal.reason());
    }

    private ConnectorException failure(String path, Kind kind, String reason) {
        return new ConnectorException(kind, redacted("GET " + path + " " + reason));
    }

    private String redacted(String text) {
        return endpoint.credential().redact(text);
    }

    /// All causes in one line: the outermost one often has no message.
    private String description(ExecutionException failed) {
        var causes = new LinkedHashSet<String>();
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            var name = cause.getClass().getSimpleName();
            causes.add(cause.getMessage() == null ? name : name + " " + cause.getMessage());
        }
        return OneLine.of(redacted(String.join(", ", causes)), MAX_QUOTED);
    }
}
