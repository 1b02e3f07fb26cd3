package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DescribedConnectorsTest {

    @TempDir private Path folder;

    private DescribedConnectors load() {
        return DescribedConnectors.load(Optional.of(folder), Shop.VENDORS);
    }

    @Test
    void whatIsShippedHasNoProblem() {
        var described = DescribedConnectors.load(Optional.empty(), Shop.VENDORS);

        assertThat(described.problems()).isEmpty();
        assertThat(described.connectors())
                .extracting(connector -> connector.descriptor().id())
                .containsExactly("openai", "litellm");
    }

    @Test
    void aFileInTheFolderIsAConnector() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), Shop.YAML);
        Files.writeString(folder.resolve("notes.txt"), "not a description");

        var described = load();

        assertThat(described.problems()).isEmpty();
        assertThat(described.connectors())
                .extracting(connector -> connector.descriptor().id())
                .containsExactly("openai", "litellm", "shop");
    }

    @Test
    void aBrokenFileIsToldAndTheOthersWork() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "format: 1\n");
        Files.writeString(folder.resolve("shop.yml"), Shop.YAML);

        var described = load();

        assertThat(described.connectors()).hasSize(3);
        assertThat(described.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.file().endsWith("a.yaml"));
    }

    @Test
    void twoWithOneIdAreToldWithBothFiles() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), Shop.YAML.replace("id: shop", "id: openai"));

        var described = load();

        assertThat(described.connectors()).hasSize(2);
        assertThat(described.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString())
                                .endsWith(
                                        "mine.yaml:2: id: expected an id of its own, found 'openai', which"
                                                + " openai.yaml has as well"));
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        var described = DescribedConnectors.load(Optional.of(folder.resolve("gone")), Shop.VENDORS);

        assertThat(described.problems()).hasSize(1);
        assertThat(described.connectors()).hasSize(2);
    }

    @Test
    void aNativeExecutableHoldsWhatIsShipped() throws IOException {
        var config =
                "/META-INF/native-image/dev.tallyport/tallyport-connector-described/"
                        + "resource-config.json";
        try (var file = DescribedConnectors.class.getResourceAsStream(config)) {
            var text = new String(file.readAllBytes(), UTF_8);
            var pattern = Pattern.compile("\"pattern\": \"([^\"]+)\"").matcher(text);

            assertThat(pattern.find()).isTrue();
            assertThat("dev/tallyport/connector/described/openai.yaml")
                    .matches(pattern.group(1).replace("\\\\", "\\"));
        }
    }
}
