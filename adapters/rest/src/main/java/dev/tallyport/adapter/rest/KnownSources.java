package dev.tallyport.adapter.rest;

import dev.tallyport.application.ingestion.Rejects;
import dev.tallyport.application.source.SourceSetup;
import dev.tallyport.application.source.SourceSetups;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Sources, whether they are set up, were read, or both.
@ApplicationScoped
public class KnownSources {

    private final Sources sources;
    private final SourceSetups setups;
    private final Rejects rejects;
    private final InstantSource clock;

    KnownSources(Sources sources, SourceSetups setups, Rejects rejects, InstantSource clock) {
        this.sources = sources;
        this.setups = setups;
        this.rejects = rejects;
        this.clock = clock;
    }

    /// By name.
    List<KnownSource> all() {
        var known = new TreeMap<SourceName, KnownSource>();
        for (var setup : setups.all()) {
            known.put(setup.name(), known(setup));
        }
        for (var state : sources.all()) {
            known.merge(
                    state.name(),
                    known(state, Optional.empty()),
                    (setUp, _) -> known(state, setUp.setup()));
        }
        return List.copyOf(known.values());
    }

    /// @throws ProblemException when there is none of this name
    KnownSource require(String name) {
        return Kind.source(name)
                .flatMap(this::find)
                .orElseThrow(() -> ProblemException.unknownSource(name));
    }

    /// How a source stands now.
    ///
    /// @throws ProblemException when there is none of this name
    public SourceView view(SourceName name) {
        return view(require(name.value()));
    }

    SourceView view(KnownSource source) {
        var rejected = source.state().map(SourceState::id).map(rejects::count).orElse(0L);
        return SourceView.of(source, rejected, clock.instant());
    }

    private Optional<KnownSource> find(SourceName name) {
        var setup = setups.find(name);
        return sources.find(name)
                .map(state -> known(state, setup))
                .or(() -> setup.map(KnownSources::known));
    }

    private static KnownSource known(SourceState state, Optional<SourceSetup> setup) {
        return new KnownSource(state.name(), state.connector(), Optional.of(state), setup);
    }

    private static KnownSource known(SourceSetup setup) {
        return new KnownSource(
                setup.name(), setup.connector(), Optional.empty(), Optional.of(setup));
    }
}
