package dev.tallyport.connector.described.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlTreeTest {

    private final Problems problems = new Problems("acme.yaml");

    @Test
    void everyValueKnowsItsLine() {
        var root = YamlTree.of("a: 1\nb:\n  - x\n  - y\n".getBytes(UTF_8), problems);

        assertThat(root)
                .contains(
                        new YamlValue.Mapping(
                                1,
                                List.of(
                                        new YamlValue.Member(1, "a", new YamlValue.Scalar(1, "1")),
                                        new YamlValue.Member(
                                                2,
                                                "b",
                                                new YamlValue.Sequence(
                                                        3,
                                                        List.of(
                                                                new YamlValue.Scalar(3, "x"),
                                                                new YamlValue.Scalar(4, "y")))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a: &x [1]\\nb: *x          | 1 | expected no anchor or alias
                    a: 1\\nb: *x               | 2 | expected no anchor or alias
                    a: 1\\nb: !!java.net.URL u | 2 | expected no tag
                    a: 1\\n---\\nb: 2          | 2 | expected one document
                    a: 1\\n b: 2               | 2 | expected YAML
                    a: 1\\n[1]: 2              | 2 | expected the name of a member
                    """)
    void whatIsNoPlainTreeIsRefusedWithItsLine(String yaml, int line, String reason) {
        var root = YamlTree.of(yaml.replace("\\n", "\n").getBytes(UTF_8), problems);

        assertThat(root).isEmpty();
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().line()).isEqualTo(line);
        assertThat(problems.list().getFirst().reason()).startsWith(reason);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(YamlTree.of("# nothing\n".getBytes(UTF_8), problems)).isEmpty();
        assertThat(problems.list().getFirst().reason())
                .isEqualTo("expected a description, found an empty file");
    }

    @Test
    void aFileThatIsTooDeepIsRefused() {
        var yaml = "[".repeat(10_000) + "]".repeat(10_000);

        var root = YamlTree.of(yaml.getBytes(UTF_8), problems);

        assertThat(root).isEmpty();
        assertThat(problems.list().getFirst().reason())
                .isEqualTo("expected at most 20 levels, found more");
    }

    @Test
    void aFileThatIsTooLongIsRefusedUnread() {
        var root = YamlTree.of(new byte[YamlTree.MOST_BYTES + 1], problems);

        assertThat(root).isEmpty();
        assertThat(problems.list().getFirst().reason())
                .isEqualTo("expected at most 262144 bytes, found 262145");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(YamlTree.of(new byte[] {'a', ':', ' ', (byte) 0xff}, problems)).isEmpty();
        assertThat(problems.list().getFirst().reason())
                .isEqualTo("expected UTF-8, found other bytes");
    }
}
