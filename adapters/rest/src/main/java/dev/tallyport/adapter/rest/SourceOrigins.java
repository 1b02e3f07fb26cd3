package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Finds what is behind each source.
@ApplicationScoped
public class SourceOrigins {

    private final Sources sources;
    private final Connectors connectors;

    SourceOrigins(Sources sources, Connectors connectors) {
        this.sources = sources;
        this.connectors = connectors;
    }

    /// Without those whose connector is not installed.
    Map<SourceName, SourceOrigin> all() {
        var origins = new HashMap<SourceName, SourceOrigin>();
        for (var source : sources.all()) {
            connectors
                    .find(source.connector())
                    .ifPresent(connector -> {
                        var descriptor = connector.descriptor();
                        var cycles = sources.cycles(source.id());
                        var calendar = BillingCalendar.of(descriptor.dayZone(), cycles);
                        origins.put(source.name(), new SourceOrigin(descriptor.name(), calendar));
                    });
        }
        return origins;
    }
}
