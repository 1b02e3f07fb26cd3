package dev.tallyport.connector.codemie;

import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a platform keeps of what it is handed, in memory: current facts, coverage, completion.
final class ToyLedger implements Sink {

    private final Map<String, UsageFact> facts = new HashMap<>();
    private final Set<String> continued = new HashSet<>();
    private final Map<String, DirectoryEntry> directory = new LinkedHashMap<>();
    private final Set<List<Object>> completed = new HashSet<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private int changed;
    private Runnable beforeAccept = () -> {};

    @Override
    public void accept(Batch batch) {
        beforeAccept.run();
        for (var fact : batch.facts()) {
            var key = fact.cut() + "/" + fact.key();
            continued.add(key);
            if (!fact.equals(facts.put(key, fact))) {
                changed++;
            }
        }
        for (var coverage : batch.coverage()) {
            var before = facts.size();
            facts.entrySet()
                    .removeIf(held ->
                            covers(coverage, held.getValue())
                                    && !continued.contains(held.getKey()));
            changed += before - facts.size();
        }
        if (!batch.continued()) {
            continued.clear();
        }
        batch.directory().forEach(entry -> directory.put(entry.id(), entry));
        batch.completed().forEach(each -> completed.add(List.of(each.cut(), dayOf(each.start()))));
        observations.addAll(batch.observations());
        activities.addAll(batch.activities());
        rejects.addAll(batch.rejects());
        notes.addAll(batch.notes());
    }

    private static boolean covers(Coverage coverage, UsageFact fact) {
        return coverage.cut().equals(fact.cut())
                && !fact.start().isBefore(coverage.start())
                && fact.start().isBefore(coverage.end());
    }

    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        var stale = new TreeSet<LocalDate>();
        dayOf(start)
                .datesUntil(dayOf(end))
                .filter(day -> !isComplete(cut, day))
                .forEach(stale::add);
        return stale;
    }

    @Override
    public void progress(long done, long expected) {
        if (done > expected) {
            throw new IllegalArgumentException(done + " of " + expected);
        }
    }

    boolean isComplete(String cut, LocalDate day) {
        return completed.contains(List.of(cut, day));
    }

    /// The quantities of one cut, by day and the values of the dimensions, which are empty where a
    /// fact has none.
    Map<List<Object>, BigDecimal> held(String cut, Dimension... dimensions) {
        var held = new HashMap<List<Object>, BigDecimal>();
        for (var fact : facts.values()) {
            if (fact.cut().equals(cut)) {
                var key = new ArrayList<Object>(List.of(dayOf(fact.start())));
                for (var dimension : dimensions) {
                    key.add(fact.dimensions().getOrDefault(dimension, ""));
                }
                held.merge(key, fact.quantity(), BigDecimal::add);
            }
        }
        held.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return held;
    }

    List<DirectoryEntry> directory() {
        return List.copyOf(directory.values());
    }

    Optional<DirectoryEntry> entry(String id) {
        return Optional.ofNullable(directory.get(id));
    }

    List<Observation> observations() {
        return observations;
    }

    List<Activity> activities() {
        return activities;
    }

    List<Reject> rejects() {
        return rejects;
    }

    List<Note> notes() {
        return notes;
    }

    /// How many facts were added, changed or retracted since the last call.
    int changes() {
        var since = changed;
        changed = 0;
        return since;
    }

    void beforeAccept(Runnable action) {
        beforeAccept = action;
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
