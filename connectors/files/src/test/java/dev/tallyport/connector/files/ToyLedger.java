package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a platform keeps of what it is handed, in memory.
final class ToyLedger implements Sink {

    private final Map<String, UsageFact> facts = new HashMap<>();
    private final Map<String, DirectoryEntry> directory = new LinkedHashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Set<String> spokenFor = new HashSet<>();
    private List<Note> notes = List.of();
    private List<Completion> completed = List.of();
    private SortedSet<LocalDate> stale = new TreeSet<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private Runnable beforeAccept = () -> {};
    private int batches;
    private int largestBatch;
    private int changes;

    @Override
    public void accept(Batch batch) {
        beforeAccept.run();
        batches++;
        largestBatch = Math.max(largestBatch, batch.facts().size());
        for (var fact : batch.facts()) {
            var key = fact.cut() + " " + fact.key();
            spokenFor.add(key);
            if (!fact.equals(facts.put(key, fact))) {
                changes++;
            }
        }
        if (!batch.continued()) {
            batch.coverage().forEach(this::retract);
            spokenFor.clear();
        }
        batch.directory().forEach(entry -> directory.put(entry.id(), entry));
        rejects.addAll(batch.rejects());
        notes = batch.notes();
        completed = batch.completed();
        checkpoint = batch.checkpoint().or(() -> checkpoint);
    }

    private void retract(Coverage coverage) {
        var before = facts.size();
        facts.entrySet()
                .removeIf(held ->
                        held.getValue().cut().equals(coverage.cut())
                                && !held.getValue().start().isBefore(coverage.start())
                                && held.getValue().start().isBefore(coverage.end())
                                && !spokenFor.contains(held.getKey()));
        changes += before - facts.size();
    }

    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        return stale;
    }

    @Override
    public void progress(long done, long expected) {
        if (done > expected) {
            throw new IllegalArgumentException(done + " of " + expected);
        }
    }

    /// What the facts of a cut add up to, by unit; empty for the unit of the cut.
    Map<String, BigDecimal> sums(String cut) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var fact : facts(cut)) {
            sums.merge(fact.unit().orElse(""), fact.quantity(), BigDecimal::add);
        }
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    List<UsageFact> facts(String cut) {
        return facts.values().stream().filter(fact -> fact.cut().equals(cut)).toList();
    }

    UsageFact onlyFact(String cut) {
        var found = facts(cut);
        if (found.size() != 1) {
            throw new IllegalStateException("expected one fact, found " + found);
        }
        return found.getFirst();
    }

    int size() {
        return facts.size();
    }

    List<DirectoryEntry> directory() {
        return List.copyOf(directory.values());
    }

    List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    /// Of the last batch.
    List<Note> notes() {
        return notes;
    }

    /// With the last batch.
    List<Completion> completed() {
        return completed;
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    int batches() {
        return batches;
    }

    int largestBatch() {
        return largestBatch;
    }

    /// How many facts were added, changed or retracted since the last call.
    int changes() {
        var since = changes;
        changes = 0;
        return since;
    }

    void stale(LocalDate day) {
        stale = new TreeSet<>(List.of(day));
    }

    void beforeAccept(Runnable action) {
        beforeAccept = action;
    }
}
