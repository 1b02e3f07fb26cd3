package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Sources, whether they are declared, were read, or both.
@ApplicationScoped
class KnownSources {

    private final Sources sources;
    private final DeclaredSources declaredSources;

    KnownSources(Sources sources, DeclaredSources declaredSources) {
        this.sources = sources;
        this.declaredSources = declaredSources;
    }

    /// By name.
    List<KnownSource> all() {
        var known = new TreeMap<SourceName, KnownSource>();
        for (var state : sources.all()) {
            known.put(state.name(), known(state));
        }
        for (var declared : declaredSources.all()) {
            known.computeIfAbsent(declared.name(), _ -> neverRead(declared));
        }
        return List.copyOf(known.values());
    }

    /// @throws ProblemException when there is none of this name
    KnownSource require(String name) {
        return Kind.source(name)
                .flatMap(this::find)
                .orElseThrow(() -> ProblemException.unknownSource(name));
    }

    private Optional<KnownSource> find(SourceName name) {
        return sources.find(name)
                .map(this::known)
                .or(() -> declared(name).map(KnownSources::neverRead));
    }

    private KnownSource known(SourceState state) {
        return new KnownSource(
                state.name(), state.connector(), Optional.of(state), declared(state.name()));
    }

    private static KnownSource neverRead(DeclaredSource declared) {
        return new KnownSource(
                declared.name(), declared.connector(), Optional.empty(), Optional.of(declared));
    }

    private Optional<DeclaredSource> declared(SourceName name) {
        return declaredSources.all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }
}
