package dev.tallyport.connector.described;

import dev.tallyport.connector.described.yaml.Problem;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Connector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The vendors that are described by files: those that are shipped, and those in a folder.
public final class DescribedConnectors {

    /// A native executable has no class path to search.
    private static final List<String> SHIPPED = List.of("openai.yaml", "litellm.yaml");

    private final Vendors vendors;
    private final Map<String, Description> descriptions = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private DescribedConnectors(Vendors vendors) {
        this.vendors = vendors;
    }

    /// Reads the descriptions once; a file that changes later counts from the next start on.
    ///
    /// @param folder whose files ending in `.yaml` or `.yml` are descriptions
    public static DescribedConnectors load(Optional<Path> folder, Vendors vendors) {
        var described = new DescribedConnectors(vendors);
        SHIPPED.forEach(described::loadShipped);
        folder.ifPresent(described::loadFolder);
        return described;
    }

    /// Those whose description has no problem, the shipped ones first.
    public List<Connector> connectors() {
        return descriptions.values().stream()
                .<Connector>map(description -> new DescribedConnector(description, vendors))
                .toList();
    }

    /// What is wrong with any file, all of it.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void loadShipped(String name) {
        try (var file = DescribedConnectors.class.getResourceAsStream(name)) {
            if (file == null) {
                problems.add(
                        new Problem(name, 1, "", "expected a shipped description, found nothing"));
            } else {
                add(name, file);
            }
        } catch (IOException failure) {
            problems.add(unreadable(name, failure));
        }
    }

    private void loadFolder(Path folder) {
        List<Path> files;
        try (var listed = Files.list(folder)) {
            files =
                    listed.filter(file -> file.toString().matches(".*\\.ya?ml"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        } catch (IOException failure) {
            problems.add(unreadable(folder.toString(), failure));
            return;
        }
        for (var path : files) {
            try (var file = Files.newInputStream(path)) {
                add(path.toString(), file);
            } catch (IOException failure) {
                problems.add(unreadable(path.toString(), failure));
            }
        }
    }

    private static Problem unreadable(String file, IOException failure) {
        return new Problem(
                file,
                1,
                "",
                "expected to be able to read it, found " + failure.getClass().getSimpleName());
    }

    private void add(String name, InputStream file) throws IOException {
        switch (DescriptionReader.read(name, file.readNBytes(DescriptionReader.MOST_BYTES + 1))) {
            case Parsed.Invalid(var found) -> problems.addAll(found);
            case Parsed.Valid(var description, int line) -> {
                var earlier = descriptions.putIfAbsent(description.descriptor().id(), description);
                if (earlier != null) {
                    problems.add(
                            new Problem(
                                    name,
                                    line,
                                    "id",
                                    "expected an id of its own, found '%s', which %s has as well"
                                            .formatted(earlier.descriptor().id(), earlier.file())));
                }
            }
        }
    }
}
