package dev.tallyport.application.pricing;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sources of connectors that say who they are and read nothing.
final class PricedSources implements Sources {

    private final List<SourceState> sources = new ArrayList<>();
    private final List<Connector> installed = new ArrayList<>();

    private record Described(ConnectorDescriptor descriptor) implements Connector {

        @Override
        public CheckResult check(Settings settings) {
            return new CheckResult.Ok();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {}
    }

    SourceName add(String name, ConnectorDescriptor descriptor) {
        installed.add(new Described(descriptor));
        register(new SourceName(name), descriptor.id());
        return new SourceName(name);
    }

    @Override
    public SourceId register(SourceName name, String connector) {
        var id = new SourceId(sources.size() + 1);
        sources.add(
                new SourceState(
                        id,
                        name,
                        connector,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty()));
        return id;
    }

    @Override
    public Optional<SourceState> find(SourceName name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    @Override
    public List<BillingCycle> cycles(SourceId source) {
        return List.of();
    }

    @Override
    public List<SourceState> all() {
        return List.copyOf(sources);
    }

    Connectors connectors() {
        return new Connectors() {

            @Override
            public List<Connector> all() {
                return List.copyOf(installed);
            }

            @Override
            public Optional<Connector> find(String id) {
                return installed.stream()
                        .filter(connector -> connector.descriptor().id().equals(id))
                        .findFirst();
            }
        };
    }
}
