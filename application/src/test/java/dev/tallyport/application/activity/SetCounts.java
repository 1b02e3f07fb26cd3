package dev.tallyport.application.activity;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Activity.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts as a test sets them, whatever the scope, and remembers what was asked last.
final class SetCounts implements ActivityCounts {

    final Map<SourceId, Set<Kind>> kinds = new HashMap<>();
    final Set<SourceId> sessionsOfSearches = new HashSet<>();
    final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    final Map<Optional<String>, Long> pullRequests = new HashMap<>();
    final Map<Instant, Long> active = new HashMap<>();
    List<SessionGroup> sessions = List.of();
    List<Selection> asked = List.of();

    @Override
    public Set<Kind> kinds(SourceId source) {
        return kinds.getOrDefault(source, Set.of());
    }

    @Override
    public boolean tellsSessionsOfSearches(SourceId source) {
        return sessionsOfSearches.contains(source);
    }

    @Override
    public long count(Scope scope, Kind kind) {
        asked = scope.selections();
        return counts.getOrDefault(kind, 0L);
    }

    @Override
    public List<SessionGroup> sessions(Scope scope) {
        return sessions;
    }

    @Override
    public Map<Optional<String>, Long> pullRequests(Scope scope) {
        return pullRequests;
    }

    @Override
    public long active(Scope scope, ActiveLeast least) {
        return active.getOrDefault(scope.start(), 0L);
    }

    @Override
    public Map<Instant, Long> active(Scope scope, ActiveLeast least, CountedPeriod period) {
        return active;
    }
}
