package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is current, in memory, of one source.
final class InMemoryUsageLedger implements UsageLedger {

    private final Map<String, Fact> stated = new HashMap<>();
    private final Map<String, Fact> residual = new HashMap<>();
    private final SortedMap<LocalDate, Boolean> read = new TreeMap<>();
    private final Map<String, List<Comparison>> comparisons = new HashMap<>();

    @Override
    public Changes merge(
            SourceId source,
            Origin origin,
            Instant recordedAt,
            List<Fact> merged,
            List<Coverage> coverage,
            boolean continued) {
        if (continued) {
            throw new IllegalArgumentException("merges that are continued are not kept here");
        }
        var current = origin == Origin.STATED ? stated : residual;
        var keys = merged.stream().map(InMemoryUsageLedger::keyOf).collect(Collectors.toSet());
        for (var one : coverage) {
            if (!one.only().isEmpty()) {
                throw new IllegalArgumentException("restricted coverage is not kept here");
            }
            current.entrySet()
                    .removeIf(held ->
                            held.getValue().cut().equals(one.cut())
                                    && !keys.contains(held.getKey())
                                    && !held.getValue().start().isBefore(one.start())
                                    && held.getValue().start().isBefore(one.end()));
        }
        merged.forEach(fact -> current.put(keyOf(fact), fact));
        return Changes.NONE;
    }

    @Override
    public Optional<Stretch> stretch(SourceId source, String cut) {
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Stretch(
                                read.firstKey(),
                                read.lastKey(),
                                read.size(),
                                read.entrySet().stream()
                                        .filter(day -> !day.getValue())
                                        .map(Map.Entry::getKey)
                                        .findFirst()));
    }

    @Override
    public void beginAnew(SourceId source) {}

    @Override
    public void keepBySlot(SourceId source, Set<String> cuts) {}

    private static String keyOf(Fact fact) {
        return fact.cut() + "/" + fact.key();
    }

    List<Fact> residuals() {
        return List.copyOf(residual.values());
    }

    @Override
    public List<Declared> declared(SourceId source, String cut, DateRange days) {
        return stated.values().stream()
                .filter(fact -> fact.cut().equals(cut) && days.contains(fact.day()))
                .map(fact ->
                        new Declared(
                                DateRange.of(
                                        fact.day(),
                                        fact.day()
                                                .plusDays(
                                                        Duration.between(fact.start(), fact.end())
                                                                .toDays())),
                                fact.group(),
                                fact.quantity().amount()))
                .toList();
    }

    @Override
    public Map<LocalDate, Map<Group, BigDecimal>> parts(
            SourceId source, String cut, DateRange days, Set<Dimension> by) {
        var parts = new HashMap<LocalDate, Map<Group, BigDecimal>>();
        for (var fact : stated.values()) {
            if (fact.cut().equals(cut) && days.contains(fact.day())) {
                parts.computeIfAbsent(fact.day(), _ -> new HashMap<>())
                        .merge(fact.group().onto(by), fact.quantity().amount(), BigDecimal::add);
            }
        }
        return parts;
    }

    @Override
    public void markRead(
            SourceId source,
            String cut,
            DateRange days,
            Set<LocalDate> settled,
            Instant recordedAt) {
        days.days().forEach(day -> read.merge(day, settled.contains(day), Boolean::logicalOr));
    }

    @Override
    public SortedMap<LocalDate, Boolean> readDays(SourceId source, String cut, DateRange days) {
        return new TreeMap<>(read.subMap(days.start(), days.end()));
    }

    @Override
    public void compare(SourceId source, String cut, DateRange days, List<Comparison> compared) {
        var held = new ArrayList<>(comparisons.getOrDefault(cut, List.of()));
        held.removeIf(one -> days.contains(one.days().start()));
        held.addAll(compared);
        comparisons.put(cut, held);
    }

    @Override
    public List<Comparison> comparisons(SourceId source, String cut, DateRange days) {
        return comparisons.getOrDefault(cut, List.of()).stream()
                .filter(one -> days.contains(one.days().start()))
                .toList();
    }
}
