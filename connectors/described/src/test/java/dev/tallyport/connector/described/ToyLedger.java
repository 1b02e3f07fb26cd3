package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a platform keeps of what it is handed, in memory, with days of UTC.
class ToyLedger implements Sink {

    private final Map<String, UsageFact> facts = new LinkedHashMap<>();
    private final Set<String> uncovered = new HashSet<>();
    private final Map<String, NavigableSet<LocalDate>> completed = new TreeMap<>();
    private final List<Batch> batches = new ArrayList<>();

    @Override
    public void accept(Batch batch) {
        batches.add(batch);
        for (var fact : batch.facts()) {
            facts.put(keyOf(fact), fact);
            uncovered.add(keyOf(fact));
        }
        if (batch.continued()) {
            return;
        }
        for (var coverage : batch.coverage()) {
            facts.entrySet()
                    .removeIf(held ->
                            covers(coverage, held.getValue())
                                    && !uncovered.contains(held.getKey()));
        }
        uncovered.clear();
        batch.completed().forEach(this::complete);
    }

    private static String keyOf(UsageFact fact) {
        return fact.cut() + "/" + fact.key();
    }

    private static boolean covers(Coverage coverage, UsageFact fact) {
        return coverage.cut().equals(fact.cut())
                && !fact.start().isBefore(coverage.start())
                && fact.start().isBefore(coverage.end());
    }

    private void complete(Completion completion) {
        dayOf(completion.start())
                .datesUntil(dayOf(completion.end()))
                .forEach(completed.computeIfAbsent(completion.cut(), _ -> new TreeSet<>())::add);
    }

    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        var stale = new TreeSet<LocalDate>();
        dayOf(start)
                .datesUntil(dayOf(end))
                .filter(day -> !completed(cut).contains(day))
                .forEach(stale::add);
        return stale;
    }

    @Override
    public void progress(long done, long expected) {
        if (done > expected) {
            throw new IllegalArgumentException(done + " of " + expected);
        }
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    NavigableSet<LocalDate> completed(String cut) {
        return completed.getOrDefault(cut, new TreeSet<>());
    }

    List<UsageFact> facts(String cut) {
        return facts.values().stream().filter(fact -> fact.cut().equals(cut)).toList();
    }

    /// The sum of what a cut states of these dimensions.
    BigDecimal sum(String cut, Map<Dimension, String> dimensions) {
        return facts(cut).stream()
                .filter(fact -> fact.dimensions().entrySet().containsAll(dimensions.entrySet()))
                .map(UsageFact::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros();
    }

    List<Batch> batches() {
        return batches;
    }

    List<Reject> rejects() {
        return batches.stream().flatMap(batch -> batch.rejects().stream()).toList();
    }

    List<Note> notes() {
        return batches.stream().flatMap(batch -> batch.notes().stream()).distinct().toList();
    }

    List<DirectoryEntry> directory() {
        return batches.stream().flatMap(batch -> batch.directory().stream()).toList();
    }
}
