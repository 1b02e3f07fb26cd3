package dev.tallyport.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void everythingWrongIsNamedAtOnce() {
        var body =
                body(
                        "{\"Name\":\"x\",\"enabled\":\"yes\",\"at\":\"soon\",\"of\":{\"source\":\"A\"},\"some\":[1,\"x\"]}",
                        "name",
                        "enabled",
                        "at",
                        "of",
                        "some");

        body.required("name", Kind.text(10));
        body.one("enabled", Kind.TRUTH);
        body.oneOrNull("at", Kind.INSTANT);
        body.object("of", "source", "id").ifPresent(of -> of.required("source", Kind.SOURCE));
        body.several("some", Kind.text(10));

        assertThat(violations(body))
                .extracting(Violation::member, Violation::found)
                .containsExactly(
                        tuple("Name", "Name"),
                        tuple("name", "nothing"),
                        tuple("enabled", "yes"),
                        tuple("at", "soon"),
                        tuple("of.source", "A"),
                        tuple("some[0]", "1"));
    }

    @Test
    void aMemberThatIsMissingInAnObjectIsNamedByItsPath() {
        var body = body("{\"of\":{\"ID\":1}}", "of");

        body.object("of", "id").ifPresent(of -> of.required("id", Kind.ID));

        assertThat(violations(body))
                .extracting(Violation::member)
                .containsExactly("of.ID", "of.id");
    }

    @Test
    void absentAndNullAreToldApart() {
        var body = body("{\"none\":null}", "none", "absent");

        assertThat(body.has("none")).isTrue();
        assertThat(body.has("absent")).isFalse();
        assertThat(body.oneOrNull("none", Kind.ID)).isEmpty();
        assertThat(body.one("absent", Kind.ID)).isEmpty();
        assertThat(body.objectOrNull("none")).isEmpty();
        assertThat(body.objectOrNull("absent")).isEmpty();
        body.requireValid();
    }

    @Test
    void nullIsWrongWhereSomethingMustBe() {
        var body = body("{\"a\":null,\"b\":null,\"c\":null,\"d\":null}", "a", "b", "c", "d");

        body.required("a", Kind.TRUTH);
        body.one("b", Kind.ID);
        body.object("c");
        body.several("d", Kind.ID);

        assertThat(violations(body))
                .extracting(Violation::member)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void nothingAtAllIsAnObjectWithoutMembers() {
        var body = body("", "name");

        body.required("name", Kind.text(10));

        assertThat(violations(body)).extracting(Violation::found).containsExactly("nothing");
    }

    @Test
    void aSecretIsNeverTold() {
        var body = body("{\"password\":4711,\"token\":\"" + "x".repeat(2000) + "\"}", "password");

        body.required("password", Kind.SECRET);
        body.required("token", Kind.SECRET);

        assertThat(violations(body).toString()).doesNotContain("4711").doesNotContain("xxx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":hunter2}",
                "{\"password\":\"hunter2",
                "hunter2",
                "\"hunter2\"",
                "[\"hunter2\"]",
                "{\"password\":\"hunter2\",\"password\":\"hunter2\"}",
                "{\"password\":\"hunter2\"} hunter2",
                "null"
            })
    void whatIsNotOneObjectIsRefusedWithoutTellingWhatItIs(String sent) {
        var refused = catchThrowableOfType(ProblemException.class, () -> body(sent, "password"));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail())
                .startsWith("The body must be one JSON object")
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        var sent = "{\"name\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);

        var refused = catchThrowableOfType(ProblemException.class, () -> Body.of(sent, "name"));

        assertThat(refused.problem().status()).isEqualTo(400);
    }

    @Test
    void anArrayIsReadInItsOrderWithoutWhatIsRepeated() {
        var body = body("{\"some\":[\"b\",\"a\",\"b\"]}", "some");

        var some = body.several("some", Kind.text(10));

        assertThat(some).containsExactly("b", "a");
        body.requireValid();
    }

    @Test
    void membersOfAnObjectAreReadWhateverTheyAreCalled() {
        var body = body("{\"settings\":{\"a\":\"x\",\"b\":null}}", "settings", "others");

        var members = body.members("settings", Kind.SETTING);

        assertThat(members)
                .containsOnly(Map.entry("a", Optional.of("x")), Map.entry("b", Optional.empty()));
        assertThat(body.members("others", Kind.SETTING)).isEmpty();
        body.requireValid();
    }

    @Test
    void membersThatMayBeSecretsAreNotToldWhenTheyAreWrong() {
        var body = body("{\"a\":\"hunter2\",\"b\":{\"c\":42}}", "a", "b");
        body.members("a", Kind.SETTING);
        body.members("b", Kind.SETTING);

        assertThat(violations(body))
                .containsExactly(
                        Violation.ofMember("a", "an object", "something else"),
                        Violation.ofMember("b.c", "text", "something else"));
    }

    private static Body body(String sent, String... known) {
        return Body.of(sent.getBytes(UTF_8), known);
    }

    private static List<Violation> violations(Body body) {
        var refused = catchThrowableOfType(ProblemException.class, body::requireValid);
        return Objects.requireNonNull(refused.problem().violations());
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void whatIsTooDeepOrTooLongIsNoObjectEither(String sent) {
        var refusal =
                catchThrowableOfType(
                        ProblemException.class, () -> Body.of(sent.getBytes(UTF_8), "a"));

        assertThat(refusal.problem().detail()).startsWith("The body must be one JSON object");
    }

    static Stream<String> tooMuch() {
        return Stream.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(5_000),
                "{\"a\":" + "9".repeat(2_000) + "}",
                "{\"" + "x".repeat(100_000) + "\":1}");
    }
}
