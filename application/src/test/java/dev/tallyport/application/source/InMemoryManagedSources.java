package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Managed sources, in memory.
final class InMemoryManagedSources implements ManagedSources {

    private final TreeMap<SourceName, Stored> sources = new TreeMap<>();
    private final List<SourceName> hastened = new ArrayList<>();
    private long version;

    /// Those that were to be read at once, in order.
    List<SourceName> hastened() {
        return List.copyOf(hastened);
    }

    @Override
    public List<Stored> all() {
        return List.copyOf(sources.values());
    }

    @Override
    public Optional<Stored> find(SourceName name) {
        return Optional.ofNullable(sources.get(name));
    }

    @Override
    public boolean add(ManagedSource source, Instant at, String by) {
        return sources.putIfAbsent(source.name(), new Stored(source, ++version, at, by)) == null;
    }

    @Override
    public boolean replace(ManagedSource source, long version, Instant at, String by) {
        if (find(source.name()).filter(stored -> stored.version() == version).isEmpty()) {
            return false;
        }
        sources.put(source.name(), new Stored(source, ++this.version, at, by));
        return true;
    }

    @Override
    public boolean remove(SourceName name, long version) {
        return sources.values()
                .removeIf(one -> one.source().name().equals(name) && one.version() == version);
    }

    @Override
    public void hasten(SourceName name) {
        hastened.add(name);
    }

    @Override
    public void lockSecrets() {}

    @Override
    public void renew(SourceName name, String key, Sealed before, Sealed after) {
        sources.computeIfPresent(
                name,
                (_, stored) -> {
                    var source = stored.source();
                    var secrets = new HashMap<>(source.secrets());
                    secrets.replace(key, before, after);
                    return new Stored(
                            new ManagedSource(
                                    name,
                                    source.connector(),
                                    source.settings(),
                                    secrets,
                                    source.every(),
                                    source.paused()),
                            stored.version(),
                            stored.changedAt(),
                            stored.by());
                });
    }
}
