package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
final class JsonValueTest {

    @Test
    void anElementKnowsItsPlaceAndFailsAlone() {
        var days = json("{'days': [{'acus': 1}, {'acus': '2'}, 3, {'acus': 4}]}").array("days");

        assertThat(days.get(0).number("acus")).isEqualTo("1");
        assertThat(malformed(() -> days.get(1).number("acus")).toReject("/v3/daily"))
                .isEqualTo(
                        new Reject("/v3/daily", "$.days[1].acus", "expected a number, found text"));
        assertThat(malformed(() -> days.get(2).number("acus")))
                .hasMessage("$.days[2]: expected an object, found a number");
        assertThat(days.get(3).number("acus")).isEqualTo("4");
    }

    @Test
    void whatAnAnswerCannotDoWithoutFailsIt() {
        var answer = json("{'items': {}}");

        var failure = malformed(() -> answer.array("items")).toFailure("/v3/users?first=200");

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(failure)
                .hasMessage(
                        "GET /v3/users?first=200 answered what is not documented, at $.items:"
                                + " expected an array, found an object");
    }

    @Test
    void anOptionalMemberIsAbsentWhenMissingOrNullAndFailsWhenMistyped() {
        var answer = json("{'none': null, 'text': 'a', 'number': 1, 'flag': true, 'object': {}}");

        assertThat(answer.optionalText("missing")).isEmpty();
        assertThat(answer.optionalText("none")).isEmpty();
        assertThat(answer.optionalText("text")).contains("a");
        assertThat(answer.optionalNumber("none")).isEmpty();
        assertThat(answer.optionalNumber("number")).contains(BigDecimal.ONE);
        assertThat(answer.optionalFlag("none")).isEmpty();
        assertThat(answer.optionalFlag("flag")).contains(true);
        assertThat(answer.optionalMember("none")).isEmpty();
        assertThat(answer.optionalMember("object")).isPresent();
        assertThat(malformed(() -> answer.optionalText("number")))
                .hasMessage("$.number: expected text, found a number");
        assertThat(malformed(() -> answer.optionalNumber("text")))
                .hasMessage("$.text: expected a number, found text");
        assertThat(malformed(() -> answer.optionalFlag("text")))
                .hasMessage("$.text: expected true or false, found text");
    }

    @Test
    void aRequiredMemberIsNeitherMissingNorNull() {
        var answer = json("{'none': null, 'inner': {'list': []}}");

        assertThat(malformed(() -> answer.member("inner").text("name")))
                .hasMessage("$.inner.name: expected text, found nothing");
        assertThat(malformed(() -> answer.flag("none")))
                .hasMessage("$.none: expected true or false, found null");
        assertThat(malformed(() -> answer.member("inner").member("list")))
                .hasMessage("$.inner.list: expected an object, found an array");
        assertThat(answer.member("inner").array("list")).isEmpty();
    }

    @Test
    void aBareArrayIsReadFromTheRoot() {
        var elements = json("[{'a': 'b'}]").elements();

        assertThat(elements.getFirst().path()).isEqualTo("$[0]");
        assertThat(malformed(() -> json("{}").elements()))
                .hasMessage("$: expected an array, found an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "\\udc00\\ud83d"})
    void textThatNoStoreCanHoldIsMalformed(String text) {
        var answer = json("{'name': '" + text + "'}");

        assertThat(malformed(() -> answer.text("name")).path()).isEqualTo("$.name");
    }

    @Test
    void textMayHoldAnyCharacterThatIsOne() {
        assertThat(json("{'name': '\\ud83d\\ude00 é\\n'}").text("name")).isEqualTo("😀 é\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0E+999999999, 0",
        "0E-999999999, 0",
        "100, 100",
        "1E2, 100",
        "2.50, 2.5",
        "-0.000000000000000001, -1E-18",
        "1E+19, 10000000000000000000",
        "99999999999999999999.999999999999999999, 99999999999999999999.999999999999999999",
        "0.30000000000000004, 0.3",
        "0.00030000000000000003, 0.0003"
    })
    void aNumberIsExactAndPlain(String stated, String read) {
        var number = json("{'n': 0.5, 'n': " + stated + "}").number("n");

        assertThat(number).isEqualTo(new BigDecimal(read));
        assertThat(number.scale()).isBetween(0, 40);
    }

    @Test
    void zerosBehindADecimalDoNotCount() {
        var number = json("{'n': 1.5" + "0".repeat(900) + "}").number("n");

        assertThat(number).isEqualTo("1.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+1000000000",
                "-1E+1000000000",
                "10E+2147483647",
                "1E-1000000000",
                "1000000000000000E+2147483600",
                "100000000000000000000",
                "1E+20",
                "1E-41",
                "0.12345678901234567890123456789012345678901"
            })
    void aNumberOutOfBoundsIsMalformedWithoutBeingExpanded(String stated) {
        var answer = json("{'n': " + stated + "}");

        assertThat(malformed(() -> answer.number("n")))
                .hasMessageStartingWith("$.n: out of bounds");
    }

    @ParameterizedTest
    @CsvSource({
        "1733385600, 2024-12-05T08:00:00Z",
        "1733385600.0, 2024-12-05T08:00:00Z",
        "-62135596800, 0001-01-01T00:00:00Z",
        "253402300799, 9999-12-31T23:59:59Z"
    })
    void unixSecondsAreAnInstant(String stated, Instant instant) {
        assertThat(json("{'date': " + stated + "}").epochSeconds("date")).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1733385600.5",
                "-62135596801",
                "253402300800",
                "1733385600000000",
                "1E+1000000000",
                "'1733385600'"
            })
    void otherNumbersAreNoUnixSeconds(String stated) {
        var answer = json("{'date': " + stated + "}");

        assertThat(malformed(() -> answer.epochSeconds("date")).path()).isEqualTo("$.date");
    }

    @Test
    void anOpenObjectIsAMapOfNumbersInTheVendorsOrder() {
        var numbers = json("{'p': {'devin': 1.5, 'review': null, 'cascade': 0}}").member("p");

        assertThat(numbers.numbers().keySet()).containsExactly("devin", "cascade");
        assertThat(numbers.numbers()).containsEntry("devin", new BigDecimal("1.5"));
    }

    @Test
    void aStrangeNameIsQuotedInThePathInOneLine() {
        var answer = json("{'it\\u0027s a\\nproduct': 'x', '" + "n".repeat(200) + "': 1}");

        assertThat(malformed(answer::numbers).path()).isEqualTo("$['it\\'s a product']");
        assertThat(malformed(() -> answer.text("n".repeat(200))).path())
                .isEqualTo("$['" + "n".repeat(100) + "…']");
    }

    private static JsonValue json(String json) {
        try {
            return JsonValue.root(JsonTree.parse(json.replace('\'', '"').getBytes(UTF_8)));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static MalformedMember malformed(ThrowingCallable read) {
        return catchThrowableOfType(MalformedMember.class, read);
    }
}
