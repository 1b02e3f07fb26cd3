package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    @ParameterizedTest
    @CsvSource({
        "12.5, 12.5",
        "'\"12.50\"', 12.5",
        "'\"-0.30000000000000004\"', -0.3",
        "'\"1E-7\"', 0.0000001",
        "'\"0E-18\"', 0",
        "'\"+7\"', 7"
    })
    void aDecimalMayBeStatedAsText(String stated, BigDecimal read) {
        var answer = json("{'n': " + stated + "}");

        assertThat(answer.decimal("n")).isEqualTo(read);
        assertThat(answer.optionalDecimal("n")).contains(read);
        assertThat(answer.optionalDecimal("missing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'N/A'",
                "''",
                "' 1'",
                "'1,000'",
                "'$1'",
                "'1.'",
                "'.5'",
                "'0x1'",
                "'NaN'",
                "'١'",
                "'1E9999'",
                "true",
                "{}"
            })
    void otherTextIsNoDecimal(String stated) {
        var answer = json("{'n': " + stated + "}");

        assertThat(malformed(() -> answer.decimal("n")))
                .hasMessageStartingWith("$.n: expected a number or the text of one, found");
    }

    @Test
    void aDecimalAsTextHasTheBoundsOfANumber() {
        assertThat(malformed(() -> json("{'n': '1E+20'}").decimal("n")))
                .hasMessageStartingWith("$.n: out of bounds");
    }

    @Test
    void nullIsToldFromNothing() {
        var answer = json("{'none': null, 'some': 1}");

        assertThat(answer.has("none")).isTrue();
        assertThat(answer.has("some")).isTrue();
        assertThat(answer.has("missing")).isFalse();
        assertThat(malformed(() -> json("[]").has("none")).path()).isEqualTo("$");
    }

    @Test
    void aValueIsReachedByNames() {
        var answer = json("{'user': {'mail': 'a@b', 'spent': '1.0', 'none': null}}");

        assertThat(answer.at(List.of("user", "mail")).orElseThrow().text()).isEqualTo("a@b");
        assertThat(answer.at(List.of("user", "spent")).orElseThrow().decimal()).isEqualTo("1");
        assertThat(answer.at(List.of("user", "none"))).isEmpty();
        assertThat(answer.at(List.of("team", "mail"))).isEmpty();
        assertThat(answer.at(List.of())).contains(answer);
        assertThat(malformed(() -> answer.at(List.of("user", "mail", "x"))))
                .hasMessage("$.user.mail: expected an object, found text");
        assertThat(malformed(() -> answer.at(List.of("user")).orElseThrow().text()))
                .hasMessage("$.user: expected text, found an object");
        assertThat(malformed(() -> answer.at(List.of("user")).orElseThrow().decimal()))
                .hasMessage("$.user: expected a number or the text of one, found an object");
    }

    @Test
    void datesAndTimesAreReadAsIso8601WritesThem() {
        var answer =
                json(
                        "{'day': '2026-06-01', 'at': '2026-06-01T10:00:00.5+02:00',"
                                + " 'z': '2026-06-01T08:00:00Z', 'none': null}");

        assertThat(answer.date("day")).isEqualTo("2026-06-01");
        assertThat(answer.optionalDate("none")).isEmpty();
        assertThat(answer.instant("at")).isEqualTo("2026-06-01T08:00:00.500Z");
        assertThat(answer.optionalInstant("z")).contains(Instant.parse("2026-06-01T08:00:00Z"));
        assertThat(answer.optionalInstant("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-6-1",
                "2026-02-30",
                "01.06.2026",
                "+12026-06-01",
                "-0001-06-01",
                "2026-06-01T08:00:00Z",
                "today"
            })
    void otherTextIsNoDate(String stated) {
        var answer = json("{'day': '" + stated + "'}");

        assertThat(malformed(() -> answer.date("day")))
                .hasMessage("$.day: expected a date such as 2026-06-01, found other text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-06-01",
                "2026-06-01T08:00:00",
                "2026-06-01 08:00:00Z",
                "+12026-06-01T08:00:00Z",
                "now"
            })
    void aTimeWithoutAnOffsetIsNoInstant(String stated) {
        var answer = json("{'at': '" + stated + "'}");

        assertThat(malformed(() -> answer.instant("at")))
                .hasMessage("$.at: expected a time such as 2026-06-01T08:00:00Z, found other text");
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

    @Test
    void textInsideSomethingElseIsReadAsADocument() {
        assertThat(JsonValue.parse("{\"user\": \"ada\"}").text("user")).isEqualTo("ada");
        assertThat(malformed(() -> JsonValue.parse("\"user\": 1")).reason())
                .isEqualTo("expected JSON, found other text");
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
