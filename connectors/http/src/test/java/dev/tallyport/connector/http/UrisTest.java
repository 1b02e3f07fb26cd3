package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrisTest {

    @ParameterizedTest
    @CsvSource({
        "email|abc, email%7Cabc",
        "a/b, a%2Fb",
        "a b, a%20b",
        "é+😀, %C3%A9%2B%F0%9F%98%80",
        "50%?#&=, 50%25%3F%23%26%3D",
        "A-z.0_9~, A-z.0_9~",
        "..., ..."
    })
    void everythingButTheUnreservedIsEncoded(String value, String encoded) {
        assertThat(Uris.segment(value)).isEqualTo(encoded);
        assertThat(Uris.queryValue(value)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void whatWouldAskForAnotherPathIsNoSegment(String value) {
        assertThatThrownBy(() -> Uris.segment(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsEncodedIsUnderstoodAsItWas(@ForAll @NotBlank @StringLength(max = 50) String value) {
        var understood = new String(value.getBytes(UTF_8), UTF_8);

        var address = URI.create("https://vendor.example/?q=" + Uris.queryValue(value));

        assertThat(URLDecoder.decode(address.getRawQuery().substring(2), UTF_8))
                .isEqualTo(understood);
    }
}
