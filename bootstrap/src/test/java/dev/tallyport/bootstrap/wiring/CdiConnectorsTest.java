package dev.tallyport.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdiConnectorsTest {

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
        var connectors = new CdiConnectors(List.of(one, new Silent("two")));

        assertThat(connectors.find("one")).contains(one);
        assertThat(connectors.find("three")).isEmpty();
        assertThat(connectors.all()).hasSize(2);
    }

    @Test
    void twoConnectorsOfOneIdAreRefusedNamingBothClasses() {
        var both = List.<Connector>of(new Silent("one"), new Namesake("one"));

        assertThatThrownBy(() -> new CdiConnectors(both))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("'one'")
                .hasMessageContaining(Silent.class.getName())
                .hasMessageContaining(Namesake.class.getName());
    }
}
