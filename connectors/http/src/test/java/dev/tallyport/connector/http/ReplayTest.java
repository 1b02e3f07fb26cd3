package dev.tallyport.connector.http;

import static dev.tallyport.connector.http.StubVendor.json;
import static dev.tallyport.connector.http.StubVendor.raw;
import static dev.tallyport.connector.http.StubVendor.reply;
import static dev.tallyport.connector.http.StubVendor.reset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
final class ReplayTest {

    private static final Credential KEY = Credential.bearer("s3cret");
    private static final URI NOBODY = URI.create("http://vendor.invalid");

    private final FakeTime time = new FakeTime();
    private final Tape tape = new Tape();

    @Test
    void whatTheReadGoesByIsKeptAndWhatWasRetriedIsNot() {
        try (var vendor =
                        new StubVendor(
                                reset(),
                                reply("500 Error", "", "{}"),
                                json("{\"a\":1}"),
                                reply("404 No", "", "gone"));
                var api = api(tape, vendor.address())) {
            api.get("/x?y=z");
            api.find("/unknown");

            assertThat(tape.kept())
                    .containsExactly("GET /x?y=z 200 {\"a\":1}", "GET /unknown 404 gone");
        }
    }

    @Test
    void anAnswerIsRepeatedInTheOrderOfThenWithoutAskingTheVendor() {
        try (var vendor = new StubVendor(json("{\"a\":1}"), json("{\"a\":2}"));
                var api = api(tape, vendor.address())) {
            api.get("/x");
            api.get("/x");
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            assertThat(api.get("/x").path("a").intValue()).isEqualTo(1);
            assertThat(api.get("/x").path("a").intValue()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 No, UNAUTHORIZED",
        "404 No, MISCONFIGURED",
        "422 No, MALFORMED_RESPONSE",
        "500 Error, UNAVAILABLE",
        "429 Slower, RATE_LIMITED",
        "200 OK, MALFORMED_RESPONSE"
    })
    void aFailureIsRepeatedToo(String status, Kind kind) {
        ConnectorException then;
        try (var vendor = new StubVendor(reply(status, "", "{\"detail\":\"so\""));
                var api = api(tape, vendor.address())) {
            then = failureOf(() -> api.get("/x"));
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            var repeated = failureOf(() -> api.get("/x"));

            assertThat(then.kind()).isEqualTo(kind);
            assertThat(repeated.kind()).isEqualTo(kind);
            assertThat(then).hasMessageStartingWith(repeated.getMessage());
        }
    }

    @Test
    void anAnswerThatWasCutOffBetweenTwoValuesIsRefusedAgain() {
        var part = raw("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 9\r\n\r\n[1]");
        try (var vendor = new StubVendor(part, part, json("[1,2]"));
                var api = api(tape, vendor.address())) {
            assertThat(failureOf(() -> api.get("/x")).kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            api.get("/x");
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            assertThat(failureOf(() -> api.get("/x")).kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(api.get("/x").size()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerThatWasTooLargeIsRefusedAgain() {
        try (var vendor =
                        new StubVendor((_, connection) -> {
                            var out = connection.getOutputStream();
                            out.write("HTTP/1.1 200 OK\r\n\r\n[1]".getBytes(UTF_8));
                            out.flush();
                            out.write(new byte[1 << 20]);
                        });
                var api =
                        new FakeSurroundings(time, time)
                                .with(tape)
                                .open(Endpoint.of(vendor.address(), KEY).withMaxBytes(1_000))) {
            assertThat(failureOf(() -> api.get("/x"))).hasMessageContaining("more than 1000 bytes");
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            assertThat(failureOf(() -> api.get("/x")).kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void whatWasUnknownIsUnknownAgain() {
        try (var vendor = new StubVendor(reply("410 Gone", "", ""));
                var api = api(tape, vendor.address())) {
            api.find("/x");
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            assertThat(api.find("/x")).isEmpty();
        }
    }

    @Test
    void whatWasNotKeptIsUnavailable() {
        try (var api = api(tape.replayed(), NOBODY)) {
            var failure = failureOf(() -> api.find("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessageStartingWith("GET /x has no answer that was kept");
        }
    }

    @Test
    void aKeyThatTheVendorEchoesIsNotKeptAndEveryOtherOctetIs() {
        try (var vendor =
                        new StubVendor(
                                raw(
                                        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                                                + "{\"echo\":\"é s3cret 😀\"}"));
                var api = api(tape, vendor.address())) {
            api.get("/x");

            assertThat(tape.kept()).containsExactly("GET /x 200 {\"echo\":\"é *** 😀\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Slower", "503 Busy"})
    void aPauseThatTheVendorAsksForIsToldOf(String status) {
        try (var vendor = new StubVendor(reply(status, "Retry-After: 17\r\n", ""), json("{}"));
                var api = api(tape, vendor.address())) {
            api.get("/x");

            assertThat(tape.waits()).containsExactly(Instant.parse("2026-09-01T08:00:17Z"));
        }
    }

    @Test
    void aPauseThatIsTooLongIsToldOfToo() {
        try (var vendor = new StubVendor(reply("429 Slower", "Retry-After: 3600\r\n", ""));
                var api = api(tape, vendor.address())) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(tape.waits()).containsExactly(Instant.parse("2026-09-01T09:00:00Z"));
        }
    }

    @Test
    void aPauseOfOurOwnIsNotToldOf() {
        try (var vendor =
                        new StubVendor(
                                reply("429 Slower", "", ""),
                                reply("503 Busy", "", ""),
                                json("{}"));
                var api = api(tape, vendor.address())) {
            api.get("/x");

            assertThat(tape.waits()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</base/users?page=2>; rel=\"next\" | /users?page=2",
                "<users?page=2>;rel=next | /users?page=2",
                "<?page=2>; title=\"a, b; rel=prev\"; rel=\"last next\" | /users?page=2",
                "</base/users?page=9>; rel=\"last\", </base/users?page=2>; REL=\"Next\" "
                        + "| /users?page=2",
                "</base/users?page=1>; rel=\"prev\" |",
                "</base/users?page=1>; rel=\"nextish\" |",
                "</base/users?page=1>; title=\"a; rel=next\" |",
                "</base/users?page=1>; rel |",
                "nonsense |"
            })
    void theNextPageIsTheOneThatALinkNames(String header, String next) {
        try (var vendor = new StubVendor(reply("200 OK", "Link: " + header + "\r\n", "[]"));
                var api = api(tape, vendor.address().resolve("/base"))) {
            var linked = api.getLinked("/users");

            assertThat(linked.next().orElse(null)).isEqualTo(next);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://elsewhere.example/base/users",
        "/elsewhere",
        "/base/%2e%2e/elsewhere",
        "https://127.0.0.1/base/users",
        "http://a b"
    })
    void aLinkThatLeavesTheVendorIsMalformedAndNotQuoted(String target) {
        try (var vendor =
                        new StubVendor(
                                reply("200 OK", "Link: <" + target + ">; rel=next\r\n", "[]"));
                var api = api(tape, vendor.address().resolve("/base"))) {
            var failure = failureOf(() -> api.getLinked("/users"));

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
            assertThat(failure)
                    .hasMessage(
                            "GET /users names a next page that is not below the configured"
                                    + " address");
        }
    }

    @Test
    void linksAreRepeatedToo() {
        try (var vendor =
                        new StubVendor(
                                reply("200 OK", "Link: </users?page=2>; rel=next\r\n", "[1]"),
                                json("[2]"));
                var api = api(tape, vendor.address())) {
            api.getLinked("/users");
            api.getLinked("/users?page=2");
        }

        try (var api = api(tape.replayed(), NOBODY)) {
            assertThat(api.getLinked("/users").next()).contains("/users?page=2");
            assertThat(api.getLinked("/users?page=2").next()).isEmpty();
        }
    }

    private VendorApi api(Tape tape, URI address) {
        return new FakeSurroundings(time, time).with(tape).open(Endpoint.of(address, KEY));
    }

    private static ConnectorException failureOf(Runnable read) {
        return catchThrowableOfType(ConnectorException.class, read::run);
    }
}
