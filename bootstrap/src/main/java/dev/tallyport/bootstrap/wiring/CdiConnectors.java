package dev.tallyport.bootstrap.wiring;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.described.DescribedConnectors;
import dev.tallyport.connector.spi.Connector;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The connectors on the class path and those that files describe, which must not share an id.
@Startup
@ApplicationScoped
public class CdiConnectors implements Connectors {

    private final Map<String, Connector> byId = new TreeMap<>();

    CdiConnectors(@All List<Connector> connectors, DescribedConnectors described) {
        if (!described.problems().isEmpty()) {
            throw new StartRefusedException(
                    described.problems().stream()
                            .map(problem -> "  " + problem)
                            .collect(
                                    Collectors.joining(
                                            System.lineSeparator(),
                                            "Tallyport does not start, because descriptions of connectors are wrong:"
                                                    + System.lineSeparator(),
                                            "")));
        }
        connectors.forEach(this::add);
        described.connectors().forEach(this::add);
    }

    private void add(Connector connector) {
        var id = connector.descriptor().id();
        var other = byId.put(id, connector);
        if (other != null) {
            throw new StartRefusedException(
                    "Two connectors have the id '%s': %s and %s. Remove or rename one of them."
                            .formatted(id, described(other), described(connector)));
        }
    }

    private static String described(Connector connector) {
        var unwrapped = ClientProxy.unwrap(connector);
        return unwrapped.getClass().getName();
    }

    @Override
    public List<Connector> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Optional<Connector> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
