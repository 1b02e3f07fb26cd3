package dev.tallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;

/// A connector whose jar lost its index is silently absent; this list is what makes it heard.
final class WiringTest {

    private static final Set<String> CONNECTORS =
            Set.of(
                    "dev.tallyport.connector.codemie.CodeMieConnector",
                    "dev.tallyport.connector.described.DescribedConnector",
                    "dev.tallyport.connector.devin.DevinConnector",
                    "dev.tallyport.connector.files.CsvConnector",
                    "dev.tallyport.connector.files.FocusConnector");
    private static final Set<String> IDS =
            Set.of("codemie", "csv", "devin", "focus", "litellm", "openai");

    @Test
    void theIndexOfEveryConnectorNamesIt() throws IOException {
        var found = new TreeSet<String>();
        var indexes =
                WiringTest.class.getClassLoader().getResources("META-INF/jandex.idx").asIterator();
        while (indexes.hasNext()) {
            try (var stream = indexes.next().openStream()) {
                new IndexReader(stream)
                        .read()
                        .getAllKnownImplementations("dev.tallyport.connector.spi.Connector")
                        .forEach(connector -> found.add(connector.name().toString()));
            }
        }

        assertThat(found).isEqualTo(CONNECTORS);
    }

    @Test
    void everyConnectorHasItsPageInTheDocs() {
        for (var id : IDS) {
            assertThat(Files.exists(Path.of("../docs/connectors/" + id + ".md"))).as(id).isTrue();
        }
    }
}
