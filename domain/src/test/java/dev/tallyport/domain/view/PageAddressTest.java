package dev.tallyport.domain.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageAddressTest {

    private static final URI HERE = URI.create("https://tallyport.example/costs/2026?bucket=month");

    @Property(tries = 5000)
    void whateverIsAPathLeadsToThatPathOfThisServer(@ForAll("almostPaths") String text) {
        if (!PageAddress.isPath(text)) {
            return;
        }

        var there = HERE.resolve(text);

        assertThat(there).hasScheme("https").hasHost("tallyport.example");
        assertThat(there.normalize().getRawPath()).isEqualTo(text);
        assertThat(there.getPath())
                .startsWith("/")
                .doesNotContain("//", "\\", "/../", "/./")
                .doesNotEndWith("/..")
                .matches(path -> path.chars().noneMatch(Character::isISOControl) || !isAscii(path));
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    @Property(tries = 5000)
    void whateverIsAQueryIsOnlyAQuery(@ForAll("almostQueries") String text) {
        if (!PageAddress.isQuery(text)) {
            return;
        }

        var there = HERE.resolve("/explore?" + text.replaceAll("[\\[\\]^`{|}]", "_"));

        assertThat(there).hasScheme("https").hasHost("tallyport.example").hasPath("/explore");
        assertThat(there.getRawFragment()).isNull();
        assertThat(text.chars()).allMatch(one -> one > ' ' && one < 0x7f && one != '\\');
    }

    @Property
    void namesThatAreEncodedMakeAPath(@ForAll("names") String one, @ForAll("names") String other) {
        assertThat(PageAddress.isPath("/" + one + "/" + other)).isTrue();
        assertThat(PageAddress.isQuery(one + "=" + other + "&" + other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/explore", "/admin/sources/acme/", "/people/email%7C1", "/a.b/..."})
    void aPathIsWhatABrowserShows(String path) {
        assertThat(PageAddress.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "explore",
                "./explore",
                "//evil.example",
                "/explore//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/%09/evil.example",
                "/%2Fevil.example",
                "/%2fevil.example",
                "/%5Cevil.example",
                "/%5cevil.example",
                "/..",
                "/../api",
                "/explore/../api",
                "/explore/.",
                "/explore/%2e%2E/api",
                "/explore/.%2e",
                "https://evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                " /explore",
                "/explore ",
                "/explore\n",
                "/explore\0",
                "/explore%00",
                "/explore%7f",
                "/explore%",
                "/explore%4",
                "/explore%zz",
                "/explore?period=last-month",
                "/explore#top",
                "/<script>",
                "/\u00e4"
            })
    void nothingElseIsAPath(String path) {
        assertThat(PageAddress.isPath(path)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageAddress(path, ""))
                .withMessageContaining("'" + path + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "period=last-30-days&groupBy=product&display=area",
                "user=email%7C1&user=email|2",
                "search=what%3F+who?&from=2026-01-01T00:00:00Z",
                "name=M%C3%BCller",
                "go=//evil.example",
                "go=javascript:alert(1)"
            })
    void aQueryIsWhatABrowserShows(String query) {
        assertThat(PageAddress.isQuery(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?period=last-month",
                "a=b#c",
                "a=b c",
                "a=\\",
                "a=\"b\"",
                "a=<b>",
                "a=b\n",
                "a=\0",
                "a=%0A",
                "a=%7F",
                "a=%",
                "a=%4",
                "a=%G0",
                "a=\u00fc"
            })
    void nothingElseIsAQuery(String query) {
        assertThat(PageAddress.isQuery(query)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageAddress("/explore", query))
                .withMessageContaining("'" + query + "'");
    }

    @Test
    void togetherTheyHaveAtMost8Kilobytes() {
        var path = "/" + "a".repeat(499);
        var query = "b".repeat(7500);

        assertThat(new PageAddress(path, query).toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(8192);
        assertThat(PageAddress.isPath(path + "a")).isFalse();
        assertThat(PageAddress.isQuery(query + "b")).isFalse();
    }

    @Test
    void anAddressIsWrittenAsABrowserShowsIt() {
        assertThat(new PageAddress("/explore", "period=last-month"))
                .hasToString("/explore?period=last-month");
        assertThat(new PageAddress("/", "")).hasToString("/");
    }

    /// Of pieces that mean something somewhere.
    private static Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "/",
                                "//",
                                "\\",
                                ".",
                                "..",
                                "%2e",
                                "%2F",
                                "%5c",
                                "%0a",
                                "%7C",
                                "%C3%A4",
                                "%",
                                "?",
                                "#",
                                "@",
                                ":",
                                "javascript:",
                                "https://",
                                "evil.example"),
                        Arbitraries.strings().ascii().ofMaxLength(3),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> almostPaths() {
        return pieces().map(text -> "/" + text);
    }

    @Provide
    Arbitrary<String> almostQueries() {
        return pieces();
    }

    /// As a browser encodes them.
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcXYZ019-_.~|äß€ &=?#\"<>{}")
                .ofMinLength(3)
                .ofMaxLength(20)
                .map(PageAddressTest::encoded);
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder("x");
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
