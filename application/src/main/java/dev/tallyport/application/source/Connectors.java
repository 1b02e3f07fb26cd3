package dev.tallyport.application.source;

import dev.tallyport.connector.spi.Connector;
import java.util.List;
import java.util.Optional;

/// The connectors that this build contains.
public interface Connectors {

    List<Connector> all();

    Optional<Connector> find(String id);
}
