package dev.tallyport.application.pricing;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/// Which days are gone, where each source has its own.
@ApplicationScoped
class Today {

    private final Sources sources;
    private final Connectors connectors;
    private final InstantSource clock;

    Today(Sources sources, Connectors connectors, InstantSource clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.clock = clock;
    }

    /// The first day that has ended nowhere: not in UTC, and not for any source.
    LocalDate day() {
        var now = clock.instant();
        var zones =
                sources.all().stream()
                        .flatMap(source -> connectors.find(source.connector()).stream())
                        .map(connector -> connector.descriptor().dayZone());
        return Stream.concat(Stream.<ZoneId>of(ZoneOffset.UTC), zones)
                .map(zone -> LocalDate.ofInstant(now, zone))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
