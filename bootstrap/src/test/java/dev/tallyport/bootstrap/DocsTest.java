package dev.tallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.configuration.InstallationKey;
import dev.tallyport.connector.devin.DevinConnector;
import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Documentation that can be checked is.
final class DocsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (var page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                var target = page.resolveSibling(links.group(1)).normalize();
                assertThat(Files.exists(target)).as(page + " links " + links.group(1)).isTrue();
            }
        }
    }

    @Test
    void everyKeyIsInTheSettingsReference() throws IOException {
        var reference = Files.readString(ROOT.resolve("docs/reference/settings.md"));

        for (var key : InstallationKey.values()) {
            assertThat(reference).contains("`" + key.key() + "`");
        }
    }

    @Test
    void everySettingOfAConnectorIsOnItsPage() throws IOException {
        var page = Files.readString(ROOT.resolve("docs/connectors/devin.md"));

        var vendors = new Vendors(InstantSource.system(), AddressRule.PUBLIC_ONLY);

        for (var setting : new DevinConnector(vendors).descriptor().settings()) {
            assertThat(page).contains("| `" + setting.key() + "` |");
        }
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        var index = Files.readString(ROOT.resolve("docs/adr/README.md"));

        try (var decisions = Files.list(ROOT.resolve("docs/adr"))) {
            assertThat(decisions.map(path -> path.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    private static List<Path> pages() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            var pages =
                    new ArrayList<>(docs.filter(path -> path.toString().endsWith(".md")).toList());
            pages.add(ROOT.resolve("README.md"));
            return pages;
        }
    }
}
