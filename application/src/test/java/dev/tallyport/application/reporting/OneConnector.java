package dev.tallyport.application.reporting;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.util.List;
import java.util.Optional;

/// A build that contains one connector, which says who it is and reads nothing.
public record OneConnector(ConnectorDescriptor descriptor) implements Connectors, Connector {

    @Override
    public List<Connector> all() {
        return List.of(this);
    }

    @Override
    public Optional<Connector> find(String id) {
        return descriptor.id().equals(id) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public CheckResult check(Settings settings) {
        return new CheckResult.Ok();
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {}
}
