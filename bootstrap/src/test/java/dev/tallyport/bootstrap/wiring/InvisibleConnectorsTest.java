package dev.tallyport.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jboss.jandex.IndexWriter;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InvisibleConnectorsTest {

    private @TempDir Path folder = Path.of("");

    @Test
    void aModuleWithoutAnIndexIsNamed() throws IOException {
        write(Found.class);

        assertThat(InvisibleConnectors.on(folder.toString()))
                .singleElement()
                .asString()
                .contains(Found.class.getName())
                .contains("jandex-maven-plugin");
    }

    @Test
    void anIndexThatLostAConnectorIsNamed() throws IOException {
        write(Found.class);
        index(Forgotten.class);

        assertThat(InvisibleConnectors.on(folder.toString()))
                .singleElement()
                .asString()
                .contains(Found.class.getName());
    }

    @Test
    void aConnectorThatIsNoBeanIsNamed() throws IOException {
        write(Forgotten.class);
        index(Forgotten.class);

        assertThat(InvisibleConnectors.on(folder.toString()))
                .singleElement()
                .asString()
                .contains(Forgotten.class.getName())
                .contains("@ApplicationScoped");
    }

    @Test
    void anIndexedBeanIsFine() throws IOException {
        write(Found.class);
        index(Found.class);

        assertThat(InvisibleConnectors.on(folder.toString())).isEmpty();
    }

    private void write(Class<?> connector) throws IOException {
        Files.write(folder.resolve(connector.getSimpleName() + ".class"), bytes(connector));
    }

    private void index(Class<?> connector) throws IOException {
        var indexer = new Indexer();
        indexer.indexClass(connector);
        Files.createDirectories(folder.resolve("META-INF"));
        try (var out = Files.newOutputStream(folder.resolve("META-INF/jandex.idx"))) {
            new IndexWriter(out).write(indexer.complete());
        }
    }

    private static byte[] bytes(Class<?> type) {
        var name = type.getName().replace('.', '/') + ".class";
        try (var in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says nothing.
    public static class Forgotten implements Connector {

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    "lost", "Lost", List.of(), List.of(), ZoneOffset.UTC, Duration.ZERO);
        }

        @Override
        public CheckResult check(Settings settings) {
            return new CheckResult.Ok();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {}
    }

    /// A bean that says nothing.
    @ApplicationScoped
    public static class Found implements Connector {

        @Override
        public ConnectorDescriptor descriptor() {
            return new Forgotten().descriptor();
        }

        @Override
        public CheckResult check(Settings settings) {
            return new CheckResult.Ok();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {}
    }
}
