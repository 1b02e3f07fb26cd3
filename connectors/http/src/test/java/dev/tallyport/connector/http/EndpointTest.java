package dev.tallyport.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.ConnectorException;
import java.net.URI;
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
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "schlüssel"})
    void aKeyThatNoHeaderCanHoldIsMisconfiguredAndNotQuoted(String key) {
        var failure = catchThrowableOfType(ConnectorException.class, () -> Credential.bearer(key));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MISCONFIGURED);
        assertThat(failure.getMessage()).doesNotContain("two", "break", "schl");
    }

    @Test
    void whiteSpaceAroundAKeyIsDropped() {
        var key = Credential.header("x-api-key", " secret\n");

        assertThat(key.redact("the secret's out")).isEqualTo("the ***'s out");
        assertThat(key).hasToString("Credential[x-api-key: ***]");
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
