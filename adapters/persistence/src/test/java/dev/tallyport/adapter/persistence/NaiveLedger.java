package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What was stated, one thing after another, and what was known after each of them.
final class NaiveLedger {

    /// Something that is stated.
    sealed interface Statement {

        /// What a vendor says, or the rule about residuals.
        ///
        /// @param covered what it speaks for
        record Load(SourceName source, Origin origin, List<Fact> facts, Optional<Coverage> covered)
                implements Statement {}

        /// That a user is a person.
        record Link(VendorUser user, int person) implements Statement {}

        record Detach(VendorUser user) implements Statement {}

        /// That a person is another one.
        record Merge(int person, int into) implements Statement {}

        record Separate(int person) implements Statement {}
    }

    /// What tells current facts apart.
    record Key(SourceName source, Origin origin, String cut, String key) {}

    /// What is known at a moment.
    ///
    /// @param versions of each source that stated anything
    record Known(
            Map<Key, Fact> facts,
            Map<VendorUser, Integer> links,
            Map<Integer, Integer> mergedInto,
            Map<SourceName, Long> versions) {

        Optional<Integer> personOf(VendorUser user) {
            var person = Optional.ofNullable(links.get(user));
            while (person.isPresent() && mergedInto.containsKey(person.get())) {
                person = Optional.ofNullable(mergedInto.get(person.get()));
            }
            return person;
        }
    }

    private final TreeMap<Instant, Known> known = new TreeMap<>();
    private final Map<SourceName, Set<String>> cuts = new HashMap<>();

    NaiveLedger(Instant began) {
        known.put(began, new Known(Map.of(), Map.of(), Map.of(), Map.of()));
    }

    /// The cuts of which a source ever stated anything.
    Set<String> cuts(SourceName source) {
        return cuts.getOrDefault(source, Set.of());
    }

    Known now() {
        return known.lastEntry().getValue();
    }

    Known asKnownOn(Instant instant) {
        return known.floorEntry(instant).getValue();
    }

    /// The instants at which something was stated.
    List<Instant> instants() {
        return List.copyOf(known.keySet());
    }

    void take(Instant at, Statement.Load load, long version) {
        var facts = new HashMap<>(now().facts());
        var stated = new HashSet<Key>();
        for (var fact : load.facts()) {
            stated.add(new Key(load.source(), load.origin(), fact.cut(), fact.key()));
            cuts.computeIfAbsent(load.source(), _ -> new HashSet<>()).add(fact.cut());
        }
        facts.entrySet()
                .removeIf(held ->
                        held.getKey().source().equals(load.source())
                                && held.getKey().origin() == load.origin()
                                && !stated.contains(held.getKey())
                                && load.covered()
                                        .map(covered -> covers(covered, held.getValue()))
                                        .orElse(false));
        for (var fact : load.facts()) {
            facts.put(new Key(load.source(), load.origin(), fact.cut(), fact.key()), fact);
        }
        var versions = new HashMap<>(now().versions());
        versions.put(load.source(), version);
        known.put(at, new Known(facts, now().links(), now().mergedInto(), versions));
    }

    private static boolean covers(Coverage covered, Fact fact) {
        return fact.cut().equals(covered.cut())
                && !fact.start().isBefore(covered.start())
                && fact.start().isBefore(covered.end())
                && covered.only().entrySet().stream()
                        .allMatch(only ->
                                fact.group()
                                        .value(Dimension.valueOf(only.getKey().name()))
                                        .filter(only.getValue()::contains)
                                        .isPresent());
    }

    void take(Instant at, Statement.Link link) {
        var links = new HashMap<>(now().links());
        links.put(link.user(), link.person());
        known.put(at, new Known(now().facts(), links, now().mergedInto(), now().versions()));
    }

    void take(Instant at, Statement.Detach detach) {
        var links = new HashMap<>(now().links());
        links.remove(detach.user());
        known.put(at, new Known(now().facts(), links, now().mergedInto(), now().versions()));
    }

    void take(Instant at, Statement.Merge merge) {
        var merged = new HashMap<>(now().mergedInto());
        merged.put(merge.person(), merge.into());
        known.put(at, new Known(now().facts(), now().links(), merged, now().versions()));
    }

    void take(Instant at, Statement.Separate separate) {
        var merged = new HashMap<>(now().mergedInto());
        merged.remove(separate.person());
        known.put(at, new Known(now().facts(), now().links(), merged, now().versions()));
    }
}
