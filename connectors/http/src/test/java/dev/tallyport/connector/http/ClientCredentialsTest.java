package dev.tallyport.connector.http;

import static dev.tallyport.connector.http.StubVendor.json;
import static dev.tallyport.connector.http.StubVendor.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.http.StubVendor.Reply;
import dev.tallyport.connector.http.StubVendor.Request;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
final class ClientCredentialsTest {

    private static final String SECRET = "s3cret+/=&";
    private static final String PAIR = "dGFsbHklMjBwb3J0OnMzY3JldCUyQiUyRiUzRCUyNg==";
    private static final String LEAK = SECRET + " " + Uris.queryValue(SECRET) + " " + PAIR;
    private static final Reply FIRST = token("t0ken-1", 300);
    private static final Reply SECOND = token("t0ken-2", 300);
    private static final Reply INVALID =
            reply("401 No", "", "{\"error\":\"invalid_client\",\"error_description\":\"no\"}");

    private final FakeTime time = new FakeTime();
    private final Tape tape = new Tape();

    @Test
    void aTokenIsAskedForOnFirstUseAndSentWithEveryRequest() {
        try (var service = new StubVendor(FIRST);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var before = service.requests();

            api.get("/x");
            api.get("/y");

            assertThat(before).isEmpty();
            assertThat(vendor.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.headers())
                                    .contains("Authorization: Bearer t0ken-1"));
            var asked = service.requests();
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst().method()).isEqualTo("POST");
            assertThat(asked.getFirst().headers())
                    .contains(
                            "Authorization: Basic " + PAIR,
                            "Content-Type: application/x-www-form-urlencoded");
            assertThat(asked.getFirst().body())
                    .isEqualTo("grant_type=client_credentials&scope=usage%20read");
        }
    }

    @Test
    void aTokenIsReplacedShortlyBeforeItExpires() {
        try (var service = new StubVendor(FIRST, SECOND);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            api.get("/x");
            time.sleep(Duration.ofSeconds(269));
            api.get("/y");
            time.sleep(Duration.ofSeconds(1));
            api.get("/z");

            assertThat(authorizations(vendor))
                    .containsExactly("Bearer t0ken-1", "Bearer t0ken-1", "Bearer t0ken-2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t0ken-1\"}",
                "{\"access_token\":\"t0ken-1\",\"expires_in\":null,\"token_type\":\"bearer\"}",
                "{\"access_token\":\"t0ken-1\",\"expires_in\":\"999999999999\"}"
            })
    void aTokenThatDoesNotSayWhenItExpiresIsUsedUntilItIsRefused(String answer) {
        try (var service = new StubVendor(json(answer));
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            api.get("/x");
            time.sleep(Duration.ofDays(30));
            api.get("/y");

            assertThat(service.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void aTokenThatHasExpiredIsUsedOnce(long life) {
        try (var service = new StubVendor(token("t0ken-1", life));
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            api.get("/x");
            api.get("/y");

            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void parallelRequestsShareOneToken() {
        try (var service = new StubVendor(FIRST);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var items = IntStream.range(0, 30).boxed().toList();

            Concurrently.map(2, items, item -> api.get("/" + item));

            assertThat(service.requests()).hasSize(1);
            assertThat(vendor.requests()).hasSize(30);
        }
    }

    @Test
    void aRequestThatIsAnswered401IsMadeOnceMoreWithAnotherToken() {
        try (var service = new StubVendor(FIRST, SECOND);
                var vendor = new StubVendor(reply("401 Expired", "", ""), json("{}"));
                var api = api(service, vendor)) {
            api.get("/x");

            assertThat(authorizations(vendor)).containsExactly("Bearer t0ken-1", "Bearer t0ken-2");
            assertThat(tape.kept()).containsExactly("GET /x 200 {}");
        }
    }

    @Test
    void requestsThatAreAnswered401TogetherShareTheOtherTokenToo() {
        Reply vendorReply =
                (request, connection) -> {
                    boolean isOld = request.headers().contains("Authorization: Bearer t0ken-1");
                    (isOld ? reply("401 Expired", "", "") : json("{}")).to(request, connection);
                };
        try (var service = new StubVendor(FIRST, SECOND);
                var vendor = new StubVendor(vendorReply);
                var api = api(service, vendor)) {
            var items = IntStream.range(0, 30).boxed().toList();

            Concurrently.map(8, items, item -> api.get("/" + item));

            assertThat(service.requests()).hasSize(2);
        }
    }

    @Test
    void aVendorThatRefusesEveryTokenIsNotAskedForEver() {
        try (var service = new StubVendor(FIRST, SECOND);
                var vendor = new StubVendor(reply("401 No", "", ""));
                var api = api(service, vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(vendor.requests()).hasSize(2);
            assertThat(service.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 Bad", "401 No"})
    void aServiceThatWantsTheSecretInTheBodyGetsItThere(String status) {
        try (var service =
                        new StubVendor(
                                reply(status, "", "{\"error\":\"invalid_client\"}"),
                                token("t0ken-1", 0));
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            api.get("/x");
            api.get("/y");

            assertThat(service.requests()).hasSize(3);
            assertThat(service.requests().subList(1, 3))
                    .allSatisfy(asked -> {
                        assertThat(asked.body())
                                .isEqualTo(
                                        "grant_type=client_credentials&scope=usage%20read"
                                                + "&client_id=tally%20port"
                                                + "&client_secret=s3cret%2B%2F%3D%26");
                        assertThat(asked.headers())
                                .noneMatch(header -> header.startsWith("Authorization"));
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400 Bad, UNAUTHORIZED, 1",
        "401 No, UNAUTHORIZED, 2",
        "403 No, UNAUTHORIZED, 1",
        "404 No, MISCONFIGURED, 1",
        "302 Found, MISCONFIGURED, 1",
        "418 Tea, MALFORMED_RESPONSE, 1",
        "500 Error, UNAVAILABLE, 5",
        "429 Slower, RATE_LIMITED, 5"
    })
    void aServiceThatGivesNoTokenFailsTheRequestAndIsNamed(String status, Kind kind, int asked) {
        try (var service = new StubVendor(reply(status, "", "{\"error\":\"" + SECRET + "\"}"));
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure)
                    .hasMessageStartingWith("POST to 127.0.0.1 for an access token ")
                    .hasMessageContaining("answered " + status.substring(0, 3));
            assertThat(service.requests()).hasSize(asked);
            assertThat(vendor.requests()).isEmpty();
            assertThat(tape.kept()).isEmpty();
        }
    }

    @Test
    void aWrongSecretSaysWhatToCheck() {
        try (var service = new StubVendor(INVALID);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure)
                    .hasMessage(
                            "POST to 127.0.0.1 for an access token was refused; check the client's"
                                    + " id, secret and scope: answered 401: the vendor does not"
                                    + " accept the key (invalid_client: no)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"a b\"}",
                "{\"access_token\":7}",
                "{\"access_token\":\"t0ken\",\"token_type\":\"mac\"}",
                "{\"access_token\":\"t0ken\",\"expires_in\":\"soon\"}",
                "<html>"
            })
    void whatIsNoTokenIsMalformed(String answer) {
        try (var service = new StubVendor(json(answer));
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure).hasMessageStartingWith("POST to 127.0.0.1").hasNoCause();
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Test
    void theTokenServiceIsUnderTheAddressRule() {
        try (var vendor = new StubVendor(json("{}"));
                var api = api(URI.create("http://169.254.169.254/token"), vendor)) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure).hasMessageContaining("the host '169.254.169.254'");
        }
    }

    @Test
    void onlyAnswersAreKeptAndARepeatedReadNeedsNoToken() {
        try (var service = new StubVendor(FIRST);
                var vendor = new StubVendor(json("{\"echo\":\"t0ken-1\"}"));
                var api = api(service, vendor)) {
            api.get("/x");

            assertThat(tape.kept()).containsExactly("GET /x 200 {\"echo\":\"***\"}");
        }

        try (var api =
                new FakeSurroundings(time, time)
                        .with(tape.replayed())
                        .open(
                                Endpoint.of(
                                        URI.create("http://vendor.invalid"),
                                        credential(URI.create("http://token.invalid"))))) {
            assertThat(api.get("/x").path("echo").textValue()).isEqualTo("***");
        }
    }

    @Test
    void anInterruptedThreadStopsWhileAnotherOneAsksForTheToken() throws InterruptedException {
        var asked = new CountDownLatch(1);
        Reply silent =
                (_, _) -> {
                    asked.countDown();
                    Thread.sleep(5_000);
                };
        try (var service = new StubVendor(silent);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            var failures =
                    List.of(new AtomicReference<Throwable>(), new AtomicReference<Throwable>());
            var asking =
                    Thread.startVirtualThread(
                            () -> failures.getFirst().set(catchThrowable(() -> api.get("/x"))));
            asked.await();
            var waiting =
                    Thread.startVirtualThread(
                            () -> failures.getLast().set(catchThrowable(() -> api.get("/y"))));

            waiting.interrupt();
            waiting.join();
            asking.interrupt();
            asking.join();

            assertThat(failures)
                    .allSatisfy(failure ->
                            assertThat(failure.get()).isInstanceOf(CancellationException.class));
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Test
    void neitherSecretNorTokenOccursInWhatIsThrown() {
        var leak = reply("403 No", "", "{\"detail\":\"" + LEAK + " t0ken-1\"}");
        try (var service = new StubVendor(FIRST);
                var vendor = new StubVendor(leak);
                var api = api(service, vendor)) {
            assertThat(traceOf(() -> api.get("/x")))
                    .contains("(*** *** *** ***)")
                    .doesNotContain("s3cret", "dGFsbHk", "t0ken-1");
        }
    }

    @Test
    void theSecretDoesNotOccurInWhatTheTokenServiceSays() {
        var leak = reply("403 No", "", "{\"detail\":\"" + LEAK + "\"}");
        try (var service = new StubVendor(leak);
                var vendor = new StubVendor(json("{}"));
                var api = api(service, vendor)) {
            assertThat(traceOf(() -> api.get("/x")))
                    .contains("(*** *** ***)")
                    .doesNotContain("s3cret", "dGFsbHk");
        }
    }

    @Test
    void aCredentialPrintsNoMoreThanTheHostOfItsTokenService() {
        assertThat(credential(URI.create("https://auth.example/token?x=y")))
                .hasToString("Credential[a token of auth.example]");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://auth.example/token, id, secret",
        "https://user@auth.example/token, id, secret",
        "https:///token, id, secret",
        "https://auth.example/token, ' ', secret",
        "https://auth.example/token, id, ''"
    })
    void whatCannotBeAskedIsMisconfigured(URI address, String id, String secret) {
        var failure =
                catchThrowableOfType(
                        ConnectorException.class,
                        () -> Credential.clientCredentials(address, id, secret, Optional.empty()));

        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
    }

    private VendorApi api(StubVendor service, StubVendor vendor) {
        return api(service.address().resolve("/token"), vendor);
    }

    private VendorApi api(URI tokenUrl, StubVendor vendor) {
        return new FakeSurroundings(time, time)
                .with(tape)
                .open(Endpoint.of(vendor.address(), credential(tokenUrl)));
    }

    private static Credential credential(URI tokenUrl) {
        return Credential.clientCredentials(
                tokenUrl, "tally port", SECRET, Optional.of("usage read"));
    }

    private static Reply token(String token, long seconds) {
        return json(
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(token, seconds));
    }

    private static List<String> authorizations(StubVendor vendor) {
        return vendor.requests().stream()
                .map(Request::headers)
                .flatMap(List::stream)
                .filter(header -> header.startsWith("Authorization: "))
                .map(header -> header.substring("Authorization: ".length()))
                .toList();
    }

    private static ConnectorException failureOf(Runnable read) {
        return catchThrowableOfType(ConnectorException.class, read::run);
    }

    private static String traceOf(Runnable read) {
        var trace = new StringWriter();
        failureOf(read).printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
