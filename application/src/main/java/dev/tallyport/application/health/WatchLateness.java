package dev.tallyport.application.health;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;

/// Notices sources whose data are older than their connectors declare, and when they no longer are.
@ApplicationScoped
public class WatchLateness {

    private static final Logger LOG = System.getLogger(WatchLateness.class.getName());

    private final DeclaredSources declaredSources;
    private final Sources sources;
    private final Connectors connectors;
    private final MeasureHealth measureHealth;
    private final SourceEvents events;
    private final InstantSource clock;

    WatchLateness(
            DeclaredSources declaredSources,
            Sources sources,
            Connectors connectors,
            MeasureHealth measureHealth,
            SourceEvents events,
            InstantSource clock) {
        this.declaredSources = declaredSources;
        this.sources = sources;
        this.connectors = connectors;
        this.measureHealth = measureHealth;
        this.events = events;
        this.clock = clock;
    }

    public void watch() {
        for (var declared : declaredSources.all()) {
            var connector = connectors.find(declared.connector());
            var state = sources.find(declared.name());
            if (connector.isPresent() && state.isPresent()) {
                watch(declared, state.get(), connector.get().descriptor());
            }
        }
    }

    private void watch(DeclaredSource declared, SourceState state, ConnectorDescriptor descriptor) {
        measureHealth
                .dataThrough(state)
                .ifPresent(through -> {
                    var now = clock.instant();
                    if (measureHealth.isLate(through, descriptor, declared)) {
                        becomeLate(state, through, now);
                    } else if (events.recovered(
                            state.id(), now, "the data reach " + through + " again")) {
                        LOG.log(Level.INFO, "source recovered: source={0}", state.name());
                    }
                });
    }

    private void becomeLate(SourceState state, Instant through, Instant now) {
        var reason =
                state.lastFailure()
                        .map(failure -> failure.kind() + ": " + failure.message())
                        .orElse("no sync has failed");
        if (events.late(state.id(), now, "the data reach only %s; %s".formatted(through, reason))) {
            LOG.log(
                    Level.WARNING,
                    "source late: source={0} data through={1} reason={2}",
                    state.name(),
                    through,
                    reason);
        }
    }
}
