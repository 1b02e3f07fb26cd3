package dev.tallyport.connector.http;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tallyport.connector.http.Outcome.CutOff;
import dev.tallyport.connector.http.Outcome.Fault;
import dev.tallyport.connector.http.Outcome.Final;
import dev.tallyport.connector.http.Outcome.Refusal;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sends requests as the [Endpoint] allows and repeats them as [Retries] says. Safe for any number
/// of threads.
///
/// Every address of the host is judged right before a request is sent, and again when it was
/// answered. Between judging and connecting, the JDK looks a name up again, but in its cache, which
/// holds an answer for 30 seconds whatever the name's owner says. What is left to one who owns the
/// name: when that entry expires in this very moment, a request may reach an address that was not
/// judged; its answer is dropped unless the entry expires a second time. That rests on
/// `networkaddress.cache.ttl` being above zero, and a proxy looks names up by itself.
final class Transport implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(VendorApi.class.getName());
    private static final int MAX_ERROR_BODY_BYTES = 64 << 10;
    private static final int MAX_QUOTED = 200;

    /// A request, made anew for every attempt.
    @FunctionalInterface
    interface Question {
        HttpRequest request() throws InterruptedException;
    }

    /// How asking ended.
    ///
    /// @param response the last one, if there was any
    record Ending(HttpRequest request, Optional<Response> response, Final outcome) {

        boolean hasStatus(int status) {
            return response.filter(found -> found.status() == status).isPresent();
        }

        boolean states(String pointer, String text) {
            return response.stream().flatMap(found -> found.texts(pointer)).anyMatch(text::equals);
        }
    }

    private record Attempt(HttpRequest request, Optional<Response> response, Outcome outcome) {

        Ending endingAs(Final outcome) {
            return new Ending(request, response, outcome);
        }
    }

    private final Endpoint endpoint;
    private final AddressRule addresses;
    private final Consumer<Instant> waitUntil;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final ResponseReader reader;
    private final HttpClient client;
    private final @Nullable ProxySelector proxies;
    private final Semaphore permits;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

    /// @param waitUntil told when the vendor asks to wait
    /// @param random safe for any number of threads
    Transport(
            Endpoint endpoint,
            AddressRule addresses,
            Consumer<Instant> waitUntil,
            InstantSource clock,
            Sleeper sleeper,
            RandomGenerator random) {
        this.endpoint = endpoint;
        this.addresses = addresses;
        this.waitUntil = waitUntil;
        this.secrets = new Secrets(endpoint.credential().secrets());
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.reader = new ResponseReader(endpoint.maxBytes(), secrets, clock);
        this.permits = new Semaphore(endpoint.concurrency(), true);
        // One connection per request, so that a stalled answer holds up no other.
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(endpoint.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        // What the client goes by, too.
        this.proxies = ProxySelector.getDefault();
    }

    Secrets secrets() {
        return secrets;
    }

    Instant now() {
        return clock.instant();
    }

    /// What a response means that came another way.
    Outcome outcome(Response response) {
        return reader.outcome(response);
    }

    /// @param name what is asked, for messages
    Ending ask(String name, Question question) throws InterruptedException {
        boolean cutOffBefore = false;
        for (int number = 1; ; number++) {
            var attempt = attempt(question, number);
            switch (attempt.outcome()) {
                case Final outcome -> {
                    return attempt.endingAs(outcome);
                }
                case CutOff cutOff -> {
                    var fault =
                            new Fault(Kind.MALFORMED_RESPONSE, cutOff.reason(), Optional.empty());
                    if (cutOffBefore || isLast(number, fault)) {
                        return attempt.endingAs(givenUp(fault));
                    }
                    cutOffBefore = true;
                    pause(name, number, fault);
                }
                case Fault fault -> {
                    if (isLast(number, fault)) {
                        return attempt.endingAs(givenUp(fault));
                    }
                    pause(name, number, fault);
                }
            }
        }
    }

    ConnectorException failure(String name, Refusal refusal) {
        return new ConnectorException(
                refusal.kind(), secrets.redact(name + " " + refusal.reason()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// Waits for its turn, then asks once.
    private Attempt attempt(Question question, int number) throws InterruptedException {
        var waitedFor = Instant.MIN;
        while (true) {
            var until = notBefore.get();
            if (until.isAfter(waitedFor)) {
                sleepUntil(until);
                waitedFor = until;
            }
            // Before the permit, since it may take a request of its own.
            var request = question.request();
            permits.acquire();
            try {
                if (!notBefore.get().isAfter(waitedFor)) {
                    var attempt = exchange(request);
                    return attempt.outcome() instanceof Fault fault
                            ? new Attempt(request, attempt.response(), heldBack(fault, number))
                            : attempt;
                }
            } finally {
                permits.release();
            }
        }
    }

    /// Makes everybody wait if the vendor asks to, before the next one gets the permit.
    private Fault heldBack(Fault fault, int number) {
        fault.asked().map(clock.instant()::plus).ifPresent(waitUntil);
        if (fault.kind() != Kind.RATE_LIMITED && fault.asked().isEmpty()) {
            return fault;
        }
        var retries = endpoint.retries();
        var asked = fault.asked().orElseGet(() -> retries.pauseAfter(number, random));
        if (asked.compareTo(retries.longestWait()) <= 0) {
            var until = clock.instant().plus(asked);
            notBefore.accumulateAndGet(until, (a, b) -> a.isAfter(b) ? a : b);
        }
        return new Fault(fault.kind(), fault.reason(), Optional.of(asked));
    }

    private Attempt exchange(HttpRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + endpoint.requestTimeout().toNanos();
        try {
            var refusal = refusal(request.uri(), deadline);
            if (refusal.isPresent()) {
                return refused(request, "was not sent: " + refusal.get());
            }
            var response = response(request, deadline);
            refusal = refusal(request.uri(), deadline);
            if (refusal.isPresent()) {
                return refused(request, "got an answer that is not used: " + refusal.get());
            }
            return new Attempt(request, Optional.of(response), reader.outcome(response));
        } catch (TimeoutException _) {
            return faulty(request, "did not answer within " + endpoint.requestTimeout());
        } catch (ExecutionException failed) {
            return faulty(request, "got no answer: " + description(failed));
        }
    }

    private static Attempt refused(HttpRequest request, String reason) {
        return new Attempt(request, Optional.empty(), new Refusal(Kind.MISCONFIGURED, reason));
    }

    private static Attempt faulty(HttpRequest request, String reason) {
        return new Attempt(request, Optional.empty(), Fault.unavailable(reason));
    }

    /// On a thread of its own, since a look-up cannot be interrupted; not on a virtual one, whose
    /// carrier it would hold.
    private Optional<String> refusal(URI address, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        var lookup = new FutureTask<>(() -> addresses.refusal(address.getHost()));
        Thread.ofPlatform().daemon().name("vendor-lookup").start(lookup);
        try {
            return await(lookup, deadline);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException && isProxied(address)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private boolean isProxied(URI address) {
        return proxies != null
                && proxies.select(address).stream()
                        .anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private Response response(HttpRequest request, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
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
            var _ = await(sent, deadline);
        } catch (ExecutionException failed) {
            // A connection that ends early fails here or in the body, whichever notices first.
            if (received.get() == null) {
                throw failed;
            }
        }
        return Objects.requireNonNull(received.get());
    }

    private static <T> T await(Future<T> future, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } finally {
            future.cancel(true);
        }
    }

    private int limit(HttpResponse.ResponseInfo info) {
        return info.statusCode() / 100 == 2
                ? endpoint.maxBytes()
                : Math.min(MAX_ERROR_BODY_BYTES, endpoint.maxBytes());
    }

    private boolean isLast(int number, Fault fault) {
        var retries = endpoint.retries();
        return number >= retries.maxAttempts()
                || fault.asked()
                        .filter(asked -> asked.compareTo(retries.longestWait()) > 0)
                        .isPresent();
    }

    private Refusal givenUp(Fault fault) {
        var notice =
                fault.asked()
                        .map(clock.instant()::plus)
                        .map(until -> " and is not to be asked again before " + until)
                        .orElse("");
        return new Refusal(fault.kind(), fault.reason() + notice);
    }

    private void pause(String name, int number, Fault fault) throws InterruptedException {
        var pause = fault.asked().orElseGet(() -> endpoint.retries().pauseAfter(number, random));
        LOG.log(
                DEBUG,
                () ->
                        secrets.redact(
                                "request is repeated request=%s attempt=%d pause=%s reason=%s"
                                        .formatted(name, number, pause, fault.reason())));
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

    /// All causes in one line: the outermost one often has no message.
    private String description(ExecutionException failed) {
        var causes = new LinkedHashSet<String>();
        for (var cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            var name = cause.getClass().getSimpleName();
            causes.add(cause.getMessage() == null ? name : name + " " + cause.getMessage());
        }
        return OneLine.of(secrets.redact(String.join(", ", causes)), MAX_QUOTED);
    }
}
