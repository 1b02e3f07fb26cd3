package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a question leaves to the sources there are: which of them it means, and whose cycles.
@ApplicationScoped
class AskedSources {

    /// Whose cycles are meant where those of several vendors could be.
    private static final String DEFAULT_CYCLES = "devin";

    private final Sources sources;
    private final FindCycles findCycles;

    AskedSources(Sources sources, FindCycles findCycles) {
        this.sources = sources;
        this.findCycles = findCycles;
    }

    /// The filter that keeps, too, the sources of these connectors alone.
    ///
    /// @param connectors ids of connectors; empty for all
    Filter of(Filter filter, Optional<Set<String>> connectors) {
        return connectors
                .map(some ->
                        filter.withOnly(
                                Dimension.SOURCE,
                                sources.all().stream()
                                        .filter(source -> some.contains(source.connector()))
                                        .map(SourceState::name)
                                        .filter(filter::keeps)
                                        .map(SourceName::value)
                                        .collect(Collectors.toSet())))
                .orElse(filter);
    }

    /// The cycles of the sources that are asked, when these are of one vendor.
    Cycles cycles(Filter filter) {
        var asked =
                sources.all().stream()
                        .filter(source -> filter.keeps(source.name()))
                        .map(SourceState::connector)
                        .distinct()
                        .toList();
        return findCycles.of(asked.size() == 1 ? asked.getFirst() : DEFAULT_CYCLES);
    }
}
