package dev.tallyport.bootstrap.wiring;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.bootstrap.startup.StartRefusedException;
import dev.tallyport.connector.spi.Connector;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The connectors on the class path, which must not share an id.
@Startup
@ApplicationScoped
public class CdiConnectors implements Connectors {

    private final Map<String, Connector> byId = new TreeMap<>();

    CdiConnectors(@All List<Connector> connectors) {
        for (var connector : connectors) {
            var id = connector.descriptor().id();
            var other = byId.put(id, connector);
            if (other != null) {
                throw new StartRefusedException(
                        "Two connectors have the id '%s': %s and %s. Remove one of them from this build."
                                .formatted(id, className(other), className(connector)));
            }
        }
    }

    private static String className(Connector connector) {
        return ClientProxy.unwrap(connector).getClass().getName();
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
