package dev.tallyport.connector.http;

import static dev.tallyport.connector.http.StubVendor.json;
import static dev.tallyport.connector.http.StubVendor.raw;
import static dev.tallyport.connector.http.StubVendor.reply;
import static dev.tallyport.connector.http.StubVendor.reset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
final class VendorApiTest {

    private static final String KEY = "cog_s3cret+Key/123=";
    private static final String HTML = "<html><body>504 Gateway Time-out</body></html>";

    private final FakeTime time = new FakeTime();

    @Test
    void anAnswerIsATreeOfExactNumbers() {
        try (var vendor = new StubVendor(json("{\"acus\": 0.10, \"acus\": 12345678901234567.10}"));
                var api = api(vendor)) {
            var answer = api.get("/v3/daily?first=2");

            assertThat(answer.get("acus").decimalValue()).hasToString("12345678901234567.10");
            assertThat(vendor.paths()).containsExactly("/v3/daily?first=2");
        }
    }

    @Test
    void theKeyTravelsAsABearerTokenAndThePathOfTheAddressIsKept() {
        try (var vendor = new StubVendor(json("{}"));
                var api = api(Endpoint.of(vendor.address().resolve("/base/"), key()), time)) {
            api.get("/v3");

            assertThat(vendor.paths()).containsExactly("/base/v3");
            assertThat(vendor.requests().getFirst().headers())
                    .contains("Authorization: Bearer " + KEY, "Accept: application/json");
        }
    }

    @Test
    void whatIsNotFoundIsNothingToOneWhoAsksWhetherItIsThere() {
        try (var vendor = new StubVendor(reply("404 Not Found", "", ""), json("{}"));
                var api = api(vendor)) {
            assertThat(api.find("/a")).isEmpty();
            assertThat(api.find("/b")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_RESPONSE",
        "401, UNAUTHORIZED",
        "402, MALFORMED_RESPONSE",
        "403, UNAUTHORIZED",
        "404, MISCONFIGURED",
        "405, MISCONFIGURED",
        "410, MISCONFIGURED",
        "422, MALFORMED_RESPONSE"
    })
    void aRefusalIsNotRepeatedAndQuotesTheVendorsDetail(String status, Kind kind) {
        try (var vendor =
                        new StubVendor(
                                reply(
                                        status + " No",
                                        "",
                                        "{\"detail\":\"not\\n" + KEY + " so\"}"));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/v3/x?y=z"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure)
                    .hasMessageStartingWith("GET /v3/x?y=z answered " + status)
                    .hasMessageEndingWith("(not *** so)");
            assertThat(vendor.paths()).hasSize(1);
        }
    }

    @Test
    void aValidationErrorIsQuotedByItsFirstMessageAndCutAfter200Characters() {
        var body = "{\"detail\":[{\"loc\":[\"query\"],\"msg\":\"" + "x".repeat(300) + "\"}]}";
        try (var vendor = new StubVendor(reply("422 No", "", body));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure).hasMessageEndingWith("(" + "x".repeat(200) + "…)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error':{'message':'Bad range','details':'Not a day'}} | Bad range: Not a day",
                "{'error':{'message':'No quota','type':'x','code':null}} | No quota",
                "{'error':'invalid_scope','error_description':'Not yours'} "
                        + "| invalid_scope: Not yours",
                "{'message':'Nothing here'} | Nothing here",
                "{'error':'Forbidden','message':'Forbidden'} | Forbidden"
            })
    void anErrorIsQuotedInWhicheverFormTheVendorWritesIt(String body, String quoted) {
        var error = body.replace('\'', '"');
        try (var vendor = new StubVendor(reply("400 Bad", "", error), reply("500 No", "", error));
                var api =
                        api(Endpoint.of(vendor.address(), key()).withRetries(attempts(1)), time)) {
            var refusal = failureOf(() -> api.get("/x"));
            var fault = failureOf(() -> api.get("/x"));

            assertThat(refusal).hasMessageEndingWith("this request (" + quoted + ")");
            assertThat(fault).hasMessage("GET /x answered 500 (" + quoted + ")");
        }
    }

    @Test
    void aMissingPermissionNamesThePath() {
        try (var vendor = new StubVendor(reply("403 Forbidden", "", HTML));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/v3/enterprise"));

            assertThat(failure)
                    .hasMessage(
                            "GET /v3/enterprise answered 403: the key lacks the permission for"
                                    + " this");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pass@elsewhere.example/x?token=1, elsewhere.example",
        "/login, the same host",
        "http://169.254.169.254/latest/meta-data/, 169.254.169.254",
        "http://a b, an address that cannot be read"
    })
    void aRedirectionIsNotFollowedAndNamesNoMoreThanItsHost(String location, String named) {
        try (var vendor = new StubVendor(reply("302 Found", "Location: " + location + "\r\n", ""));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure)
                    .hasMessage(
                            "GET /x answered 302, a redirection to "
                                    + named
                                    + ", which is not followed; enter the vendor's final address");
            assertThat(vendor.paths()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429 Too Many Requests, 17, PT17S",
        "429 Too Many Requests, 300, PT5M",
        "429 Too Many Requests, 'Tue, 01 Sep 2026 08:00:42 GMT', PT42S",
        "429 Too Many Requests, 'Tue, 01 Sep 2026 07:59:00 GMT', PT0.5S",
        "429 Too Many Requests, 0, PT0.5S",
        "429 Too Many Requests, -3, PT0.5S",
        "429 Too Many Requests, soon, PT0.5S",
        "503 Service Unavailable, 17, PT17S",
        "503 Service Unavailable, soon, PT0.5S"
    })
    void aPauseThatTheVendorAsksForIsKept(String status, String retryAfter, Duration pause) {
        try (var vendor =
                        new StubVendor(
                                reply(status, "Retry-After: " + retryAfter + "\r\n", HTML),
                                json("{}"));
                var api = api(vendor)) {
            api.get("/x");

            assertThat(time.pauses()).containsExactly(pause);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429 Too Many, 301, RATE_LIMITED, 2026-09-01T08:05:01Z",
        "429 Too Many, 'Wed, 02 Sep 2026 08:00:00 GMT', RATE_LIMITED, 2026-09-02T08:00:00Z",
        "429 Too Many, 99999999999999999999, RATE_LIMITED, 2058-05-10T09:46:39Z",
        "503 Unavailable, 301, UNAVAILABLE, 2026-09-01T08:05:01Z"
    })
    void aPauseBeyondTheLongestFailsAndSaysUntilWhen(
            String status, String retryAfter, Kind kind, String until) {
        try (var vendor = new StubVendor(reply(status, "Retry-After: " + retryAfter + "\r\n", ""));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageEndingWith("not to be asked again before " + until);
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void aVendorThatKeepsAskingForASlowerPaceFailsOnceTheAttemptsAreUsedUp() {
        try (var vendor = new StubVendor(reply("429 Too Many", "", "{}"));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure)
                    .hasMessageContaining("not to be asked again before 2026-09-01T08:00:15.500Z");
            assertThat(vendor.paths()).hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Error", "502 Bad Gateway", "504 Gateway Timeout", "408 Slow"})
    void aServersFaultIsRepeatedWithGrowingPausesWhateverItsBody(String status) {
        try (var vendor = new StubVendor(reply(status, "Content-Type: text/html\r\n", HTML));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessage("GET /x answered " + status.substring(0, 3));
            assertThat(time.pauses())
                    .containsExactly(
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4));
        }
    }

    @Test
    void aResetConnectionIsTriedAgain() {
        try (var vendor = new StubVendor(reset(), reset(), json("{\"a\":1}"));
                var api = api(vendor)) {
            assertThat(api.get("/x").path("a").intValue()).isEqualTo(1);
        }
    }

    @Test
    void aVendorThatOnlyResetsIsUnavailable() {
        try (var vendor = new StubVendor(reset());
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessageStartingWith("GET /x got no answer: ").hasNoCause();
            assertThat(time.pauses()).hasSize(4);
        }
    }

    @Test
    void aVendorThatDoesNotListenIsUnavailable() throws IOException {
        URI nobody;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        try (var api = api(Endpoint.of(nobody, key()), time)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("ConnectException");
            assertThat(time.pauses()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":"})
    void theTimeoutCoversHeadersAndBody(String sent) {
        StubVendor.Reply slow =
                (_, connection) -> {
                    connection.getOutputStream().write(sent.getBytes(UTF_8));
                    Thread.sleep(5_000);
                };
        try (var vendor = new StubVendor(slow);
                var api =
                        api(
                                Endpoint.of(vendor.address(), key())
                                        .withRequestTimeout(Duration.ofMillis(300))
                                        .withRetries(attempts(2)),
                                time)) {
            long begun = System.nanoTime();

            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessage("GET /x did not answer within PT0.3S");
            assertThat(vendor.paths()).hasSize(2);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(600), Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "",
                "{} {}",
                "{\"a\": NaN}",
                "{\"a\": tru}",
                "{\"a\": 1E99999999999999}"
            })
    void anAnswerThatIsNotJsonIsMalformed(String body) {
        try (var vendor = new StubVendor(json(body));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure).hasMessageStartingWith("GET /x answered 200 with ").hasNoCause();
            assertThat(vendor.paths()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatNestsTooDeepIsMalformed() {
        try (var vendor = new StubVendor(json("[".repeat(100_000)));
                var api = api(vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure).hasMessageContaining("nesting depth");
        }
    }

    @Test
    void anAnswerBeyondTheBoundIsMalformedAndNotReadToItsEnd() {
        var endless = new AtomicInteger();
        StubVendor.Reply flood =
                (_, connection) -> {
                    var out = connection.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
                    while (true) {
                        out.write(new byte[1 << 16]);
                        endless.incrementAndGet();
                    }
                };
        try (var vendor = new StubVendor(flood);
                var api = api(Endpoint.of(vendor.address(), key()).withMaxBytes(1 << 20), time)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure).hasMessageContaining("more than 1048576 bytes");
            assertThat(vendor.paths()).hasSize(1);
            assertThat(endless).hasValueLessThan(1_000);
        }
    }

    @Test
    void anAnswerOfExactlyTheBoundIsRead() {
        try (var vendor = new StubVendor(json("[1,2]"));
                var api = api(Endpoint.of(vendor.address(), key()).withMaxBytes(5), time)) {
            assertThat(api.get("/x")).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"a\":"
            })
    void anAnswerThatWasCutOffIsTriedOnceMore(String cutOff) {
        try (var vendor = new StubVendor(raw(cutOff), json("{\"a\":1}"), raw(cutOff));
                var api = api(vendor)) {
            assertThat(api.get("/x").path("a").intValue()).isEqualTo(1);

            var failure = failureOf(() -> api.get("/y"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure).hasMessageContaining("cut off");
            assertThat(vendor.paths()).containsExactly("/x", "/x", "/y", "/y");
        }
    }

    @Test
    void aRefusalCountsThoughItsBodyIsCutOff() {
        var cutOff = "HTTP/1.1 401 No\r\nContent-Length: 100\r\n\r\n{\"det";
        try (var vendor = new StubVendor(raw(cutOff));
                var api = api(vendor)) {
            assertThat(failureOf(() -> api.get("/x")).kind()).isEqualTo(Kind.UNAUTHORIZED);
        }
    }

    @Test
    void neverMoreRequestsThanAllowedAreUnderWay() throws InterruptedException {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        StubVendor.Reply counting =
                (request, connection) -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.sleep(5);
                    underWay.decrementAndGet();
                    json("{}").to(request, connection);
                };
        try (var vendor = new StubVendor(counting);
                var api = api(Endpoint.of(vendor.address(), key()).withConcurrency(3), time)) {
            var items = IntStream.range(0, 60).boxed().toList();

            Concurrently.map(20, items, item -> api.get("/" + item));

            assertThat(vendor.paths()).hasSize(60);
            assertThat(most).hasValue(3);
        }
    }

    @Test
    void aRequestThatPausesLetsAnotherOnePass() throws InterruptedException {
        var pausing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Sleeper sleeper =
                _ -> {
                    pausing.countDown();
                    goOn.await();
                };
        try (var vendor = new StubVendor(reply("500 Error", "", ""), json("{}"));
                var api = api(Endpoint.of(vendor.address(), key()).withConcurrency(1), sleeper)) {
            var first = Thread.startVirtualThread(() -> api.get("/first"));
            pausing.await();

            api.get("/second");

            assertThat(vendor.paths()).containsExactly("/first", "/second");
            goOn.countDown();
            first.join();
            assertThat(vendor.paths()).endsWith("/first");
        }
    }

    @Test
    void whenTheVendorAsksToWaitNobodyIsSentUntilThen() throws InterruptedException {
        var sixty = Duration.ofSeconds(60);
        var pauses = new CopyOnWriteArrayList<Duration>();
        var pausing = new Semaphore(0);
        var goOn = new CountDownLatch(1);
        Sleeper sleeper =
                pause -> {
                    pauses.add(pause);
                    pausing.release();
                    goOn.await();
                };
        try (var vendor =
                        new StubVendor(
                                reply("429 Too Many", "Retry-After: 60\r\n", ""), json("{}"));
                var api = api(Endpoint.of(vendor.address(), key()), sleeper);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> api.get("/first"));
            pausing.acquire();
            threads.execute(() -> api.get("/second"));
            threads.execute(() -> api.get("/third"));
            boolean bothPause = pausing.tryAcquire(2, 3, TimeUnit.SECONDS);
            var asked = vendor.paths();
            goOn.countDown();

            assertThat(bothPause).isTrue();
            assertThat(asked).containsExactly("/first");
            assertThat(pauses).startsWith(sixty, sixty, sixty);
        }
    }

    @Test
    void oneThatWasWaitingForItsTurnKeepsThePauseToo() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        StubVendor.Reply slower =
                (request, connection) -> {
                    asked.countDown();
                    goOn.await();
                    reply("429 Too Many", "Retry-After: 60\r\n", "").to(request, connection);
                };
        try (var vendor = new StubVendor(slower, json("{}"));
                var api =
                        api(
                                Endpoint.of(vendor.address(), key())
                                        .withConcurrency(1)
                                        .withRetries(attempts(1)),
                                time)) {
            var told = new Reading(api);
            asked.await();
            var waiting = new Reading(api);
            waiting.awaitBlocked();

            goOn.countDown();
            told.join();
            waiting.join();

            assertThat(vendor.paths()).hasSize(2);
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60));
        }
    }

    @Test
    void othersKeepThePauseThoughTheOneWhoWasToldHasGivenUp() {
        try (var vendor =
                        new StubVendor(
                                reply("429 Too Many", "Retry-After: 60\r\n", ""), json("{}"));
                var api =
                        api(Endpoint.of(vendor.address(), key()).withRetries(attempts(1)), time)) {
            var failure = failureOf(() -> api.get("/first"));

            api.get("/second");

            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(60));
        }
    }

    @Test
    void aClockThatStandsStillKeepsNobodyWaitingForEver() {
        Sleeper sleeper = _ -> {};
        try (var vendor =
                        new StubVendor(
                                reply("429 Too Many", "Retry-After: 60\r\n", ""), json("{}"));
                var api = api(Endpoint.of(vendor.address(), key()), sleeper)) {
            assertThat(api.get("/x")).isEmpty();
        }
    }

    @Test
    void anInterruptedThreadStopsWhilePausing() throws InterruptedException {
        var pausing = new CountDownLatch(1);
        Sleeper sleeper =
                pause -> {
                    pausing.countDown();
                    Thread.sleep(pause);
                };
        try (var vendor = new StubVendor(reply("429 Too Many", "Retry-After: 60\r\n", ""));
                var api = api(Endpoint.of(vendor.address(), key()), sleeper)) {
            var reading = new Reading(api);
            pausing.await();

            reading.interrupt();

            reading.requireCancelled();
            assertThat(vendor.paths()).hasSize(1);
        }
    }

    @Test
    void anInterruptedThreadStopsWhileWaitingForItsTurnOrForTheAnswer()
            throws InterruptedException {
        var asked = new CountDownLatch(1);
        StubVendor.Reply silent =
                (_, _) -> {
                    asked.countDown();
                    Thread.sleep(5_000);
                };
        try (var vendor = new StubVendor(silent);
                var api = api(Endpoint.of(vendor.address(), key()).withConcurrency(1), time)) {
            var answering = new Reading(api);
            asked.await();
            var waiting = new Reading(api);
            waiting.awaitBlocked();

            waiting.interrupt();
            waiting.requireCancelled();
            answering.interrupt();
            answering.requireCancelled();

            assertThat(vendor.paths()).hasSize(1);
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void theKeyOccursInNothingThatIsThrownOrLogged() {
        var leaky =
                List.of(
                        reply("401 " + KEY, "", "{\"detail\":\"key " + KEY + " is unknown\"}"),
                        reply("403 No", "", "{\"detail\":\"" + "x".repeat(195) + KEY + "\"}"),
                        reply("422 No", "", "{\"detail\":\"" + Uris.queryValue(KEY) + "\"}"),
                        reply("302 Found", "Location: https://x.example/" + KEY + "\r\n", KEY),
                        reply("302 Found", "Location: " + KEY + " " + KEY + "\r\n", KEY),
                        reply("429 " + KEY, "Retry-After: " + KEY + "\r\n", KEY),
                        reply("500 " + KEY, "X-Key: " + KEY + "\r\n", KEY),
                        reply("500 No", KEY + ": " + KEY + "\r\n", KEY),
                        json(KEY),
                        json("{\"" + KEY + "\": \"" + KEY),
                        json("{\"a\": 1" + KEY + "}"),
                        raw(KEY + "\r\n\r\n"),
                        raw("HTTP/1.1 " + KEY + "\r\n\r\n"),
                        raw("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n"),
                        raw("HTTP/1.1 200 OK\r\n" + KEY + "\r\n\r\n"),
                        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + KEY),
                        reset());
        var texts = new ArrayList<String>();
        var logged = new CopyOnWriteArrayList<String>();
        var handler = recording(logged);
        var logger = Logger.getLogger(VendorApi.class.getName());
        logger.addHandler(handler);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);

        try {
            for (var reply : leaky) {
                try (var vendor = new StubVendor(reply);
                        var api = api(vendor)) {
                    var failure = catchThrowable(() -> api.get("/x?echo=" + KEY));
                    var trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    texts.add(trace.toString());
                    texts.add(Endpoint.of(vendor.address(), key()).toString());
                }
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertThat(texts).noneMatch(text -> text.contains("s3cret"));
        assertThat(logged)
                .isNotEmpty()
                .noneMatch(text -> text.contains("s3cret"))
                .anyMatch(text -> text.contains("attempt=1 pause=PT0.5S reason=answered 500"));
    }

    private static Handler recording(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord event) {
                logged.add(event.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private VendorApi api(StubVendor vendor) {
        return api(Endpoint.of(vendor.address(), key()), time);
    }

    /// Pauses are as long as they may be.
    private VendorApi api(Endpoint endpoint, Sleeper sleeper) {
        return new FakeSurroundings(time, sleeper).open(endpoint);
    }

    private static Credential key() {
        return Credential.bearer(KEY);
    }

    private static Retries attempts(int maxAttempts) {
        return new Retries(
                maxAttempts, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    private static ConnectorException failureOf(Runnable read) {
        return catchThrowableOfType(ConnectorException.class, read::run);
    }

    /// A read on a thread of its own.
    private static final class Reading {

        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private volatile boolean flagged;
        private final Thread thread;

        Reading(VendorApi api) {
            thread =
                    Thread.startVirtualThread(() -> {
                        failure.set(catchThrowable(() -> api.get("/x")));
                        flagged = Thread.currentThread().isInterrupted();
                        stopped.countDown();
                    });
        }

        void interrupt() {
            thread.interrupt();
        }

        void join() throws InterruptedException {
            thread.join();
        }

        void awaitBlocked() throws InterruptedException {
            for (int checks = 0; thread.getState() != Thread.State.WAITING; checks++) {
                assertThat(checks).isLessThan(3_000);
                Thread.sleep(1);
            }
        }

        void requireCancelled() throws InterruptedException {
            assertThat(stopped.await(3, TimeUnit.SECONDS)).isTrue();
            assertThat(failure.get()).isInstanceOf(CancellationException.class);
            assertThat(flagged).isTrue();
        }
    }
}
