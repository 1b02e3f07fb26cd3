package dev.tallyport.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.described.DescribedConnectors;
import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdiConnectorsTest {

    private static final Vendors VENDORS =
            new Vendors(InstantSource.system(), AddressRule.PUBLIC_AND_PRIVATE);

    private @TempDir Path folder = Path.of("");

    private static class Silent implements Connector {

        private final String id;

        Silent(String id) {
            this.id = id;
        }

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    id, id, List.of(), List.of(), ZoneOffset.UTC, Duration.ZERO);
        }

        @Override
        public CheckResult check(Settings settings) {
            return new CheckResult.Ok();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {}
    }

    private static final class Namesake extends Silent {

        Namesake(String id) {
            super(id);
        }
    }

    @Test
    void aConnectorIsFoundByItsId() {
        var one = new Silent("one");
        var connectors = new CdiConnectors(List.of(one, new Silent("two")), shipped());

        assertThat(connectors.find("one")).contains(one);
        assertThat(connectors.find("three")).isEmpty();
        assertThat(connectors.all())
                .extracting(connector -> connector.descriptor().id())
                .containsExactly("litellm", "one", "openai", "two");
    }

    @Test
    void descriptionsThatAreWrongStopTheStartNamingFileAndLine() throws IOException {
        Files.writeString(folder.resolve("acme.yaml"), "id: acme\nname: Acme\nwhat: ever\n");
        var described = DescribedConnectors.load(Optional.of(folder), VENDORS);

        assertThatThrownBy(() -> new CdiConnectors(List.of(), described))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("acme.yaml:3")
                .hasMessageContaining("what");
    }

    private static DescribedConnectors shipped() {
        return DescribedConnectors.load(Optional.empty(), VENDORS);
    }

    @Test
    void twoConnectorsOfOneIdAreRefusedNamingBothClasses() {
        var both = List.<Connector>of(new Silent("one"), new Namesake("one"));

        assertThatThrownBy(() -> new CdiConnectors(both, shipped()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("'one'")
                .hasMessageContaining(Silent.class.getName())
                .hasMessageContaining(Namesake.class.getName());
    }
}
