package dev.tallyport.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

    private static final Credential KEY = Credential.bearer("k-123");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://vendor.example",
                "vendor.example",
                "https:///v3",
                "https://user:pass@vendor.example",
                "https://vendor.example?x=1",
                "https://vendor.example#x",
                "mailto:a@vendor.example"
            })
    void anAddressThatCannotBeAskedIsMisconfiguredAndNotQuoted(String address) {
        var failure =
                catchThrowableOfType(
                        ConnectorException.class, () -> Endpoint.of(URI.create(address), KEY));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MISCONFIGURED);
        assertThat(failure.getMessage()).doesNotContain("vendor.example", "pass");
    }

    @ParameterizedTest
    @CsvSource({
        "https://vendor.example, https://vendor.example/v3?a=b%20c",
        "https://vendor.example/, https://vendor.example/v3?a=b%20c",
        "HTTPS://vendor.example/api/, HTTPS://vendor.example/api/v3?a=b%20c"
    })
    void aPathIsAskedBelowTheAddress(URI base, URI asked) {
        assertThat(Endpoint.of(base, KEY).at("/v3?a=b%20c")).isEqualTo(asked);
    }

    @Test
    void aPathCannotChangeTheHost() {
        var endpoint = Endpoint.of(URI.create("https://vendor.example"), KEY);

        assertThatThrownBy(() -> endpoint.at("@elsewhere.example/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(endpoint.at("//elsewhere.example/").getHost()).isEqualTo("vendor.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://vendor.example/api/users?page=2, /users?page=2",
        "HTTPS://Vendor.Example:443/api/users, /users",
        "https://vendor.example/api/, /",
        "https://vendor.example/api/a%20b?c=/../d#e, /a%20b?c=/../d"
    })
    void anAddressBelowIsKnownByItsPath(URI address, String path) {
        var endpoint = Endpoint.of(URI.create("https://vendor.example/api"), KEY);

        assertThat(endpoint.pathBelow(address)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vendor.example/api/users",
                "https://vendor.example:8443/api/users",
                "https://elsewhere.example/api/users",
                "https://vendor.example.elsewhere.example/api/users",
                "https://user@vendor.example/api/users",
                "https://vendor.example/apis",
                "https://vendor.example/users",
                "https://vendor.example/api/../users",
                "https://vendor.example/api/%2E%2e/users",
                "https://vendor.example/api/a%2f..%2F..%2fusers",
                "https://vendor.example/api/..",
                "mailto:a@vendor.example",
                "users"
            })
    void everyOtherAddressIsNotBelow(URI address) {
        var endpoint = Endpoint.of(URI.create("https://vendor.example/api"), KEY);

        assertThat(endpoint.pathBelow(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "schlüssel"})
    void aKeyThatNoHeaderCanHoldIsMisconfiguredAndNotQuoted(String key) {
        var failure = catchThrowableOfType(ConnectorException.class, () -> Credential.bearer(key));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MISCONFIGURED);
        assertThat(failure.getMessage()).doesNotContain("two", "break", "schl");
    }

    @Test
    void whiteSpaceAroundAKeyIsDropped() {
        var key = Credential.header("x-api-key", " secret\n");

        assertThat(key.secrets()).containsExactly("secret");
        assertThat(key).hasToString("Credential[x-api-key: ***]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x y", "x:y", "Host", "schlüssel"})
    void aHeaderThatNoRequestCanCarryIsMisconfigured(String name) {
        var failure =
                catchThrowableOfType(
                        ConnectorException.class, () -> Credential.header(name, "secret"));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MISCONFIGURED);
        assertThat(failure.getMessage()).doesNotContain("secret");
    }

    @Test
    void aUserAndAPasswordAreOneHeader() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://vendor.example"));
        var basic = Credential.basic("Jürgen", "pass: word");

        ((Authorization) basic).addTo(request);

        assertThat(request.build().headers().firstValue("Authorization"))
                .contains("Basic SsO8cmdlbjpwYXNzOiB3b3Jk");
        assertThat(basic.secrets())
                .containsExactlyInAnyOrder("SsO8cmdlbjpwYXNzOiB3b3Jk", "pass: word");
        assertThat(basic).hasToString("Credential[Authorization: ***]");
    }

    @Test
    void aUserWithoutAPasswordIsTheSecret() {
        assertThat(Credential.basic("sk-1", "").secrets())
                .containsExactlyInAnyOrder("c2stMTo=", "sk-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b"})
    void aUserThatCannotBeToldFromThePasswordIsMisconfigured(String user) {
        var failure =
                catchThrowableOfType(
                        ConnectorException.class, () -> Credential.basic(user, "secret"));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MISCONFIGURED);
    }

    @Property
    void aPauseIsInTheUpperHalfOfWhatItMayBe(
            @ForAll @IntRange(min = 1) int attempt, @ForAll long random) {
        var pause = Retries.STANDARD.pauseAfter(attempt, () -> random);

        assertThat(pause.toMillis())
                .isBetween(
                        (long) Math.min(15_000, 250 * Math.pow(2, attempt - 1)),
                        (long) Math.min(30_000, 500 * Math.pow(2, attempt - 1)));
    }

    @Test
    void noPauseAtAllIsAPauseToo() {
        var retries = new Retries(3, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        assertThat(retries.pauseAfter(Integer.MAX_VALUE, () -> 1)).isZero();
    }
}
