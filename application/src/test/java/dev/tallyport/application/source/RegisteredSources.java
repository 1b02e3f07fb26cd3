package dev.tallyport.application.source;

import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sources that were registered and never read, in memory.
public final class RegisteredSources implements Sources {

    private final List<SourceState> sources = new ArrayList<>();

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
    public List<SourceState> all() {
        return List.copyOf(sources);
    }

    @Override
    public Optional<SourceState> find(SourceName name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    @Override
    public List<BillingCycle> cycles(SourceId source) {
        return List.of();
    }
}
