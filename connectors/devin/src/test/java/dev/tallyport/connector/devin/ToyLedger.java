package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a platform keeps of what it is handed, in memory: current facts, coverage, completion.
final class ToyLedger implements Sink {

    private static final String TOTALS = "organizations,enterprise,organizations-v2,enterprise-v2";

    private final Map<String, UsageFact> facts = new HashMap<>();
    private final Map<String, DirectoryEntry> directory = new LinkedHashMap<>();
    private final Map<LocalDate, Map<String, BigDecimal>> declaredWhenRead = new HashMap<>();
    private final Map<Activity.Kind, Map<String, Activity>> activities = new HashMap<>();
    private final Map<List<Object>, Observation> observations = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private int changed;
    private Runnable beforeAccept = () -> {};

    @Override
    public void accept(Batch batch) {
        beforeAccept.run();
        var delivered = new HashMap<String, UsageFact>();
        batch.facts().forEach(fact -> delivered.put(keyOf(fact), fact));
        for (var coverage : batch.coverage()) {
            var before = facts.size();
            facts.entrySet()
                    .removeIf(held ->
                            covers(coverage, held.getValue())
                                    && !delivered.containsKey(held.getKey()));
            changed += before - facts.size();
        }
        delivered.forEach((key, fact) -> {
            if (!fact.equals(facts.put(key, fact))) {
                changed++;
            }
        });
        batch.directory().forEach(entry -> directory.put(entry.id(), entry));
        batch.activities()
                .forEach(activity ->
                        activities
                                .computeIfAbsent(activity.kind(), _ -> new TreeMap<>())
                                .put(activity.id(), activity));
        batch.observations().forEach(one -> observations.put(keyOf(one), one));
        rejects.addAll(batch.rejects());
        notes.addAll(batch.notes());
        batch.completed().forEach(this::complete);
        checkpoint = batch.checkpoint().or(() -> checkpoint);
    }

    private static String keyOf(UsageFact fact) {
        return fact.cut() + "/" + fact.key();
    }

    private static List<Object> keyOf(Observation one) {
        return List.of(one.name(), one.start(), one.end(), one.dimensions());
    }

    private static boolean covers(Coverage coverage, UsageFact fact) {
        return coverage.cut().equals(fact.cut())
                && !fact.start().isBefore(coverage.start())
                && fact.start().isBefore(coverage.end())
                && coverage.only().entrySet().stream()
                        .allMatch(only ->
                                Optional.ofNullable(fact.dimensions().get(only.getKey()))
                                        .filter(only.getValue()::contains)
                                        .isPresent());
    }

    private void complete(Completion completion) {
        Span.between(completion.start(), completion.end())
                .days()
                .forEach(day -> declaredWhenRead.put(day, declaredOn(day)));
    }

    private Map<String, BigDecimal> declaredOn(LocalDate day) {
        var declared = new HashMap<String, BigDecimal>();
        facts.forEach((key, fact) -> {
            if (TOTALS.contains(fact.cut()) && Span.dayOf(fact.start()).equals(day)) {
                declared.put(key, fact.quantity());
            }
        });
        return declared;
    }

    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        var stale = new TreeSet<LocalDate>();
        Span.between(start, end)
                .days()
                .filter(day -> !declaredOn(day).equals(declaredWhenRead.get(day)))
                .forEach(stale::add);
        return stale;
    }

    @Override
    public void progress(long done, long expected) {
        if (done > expected) {
            throw new IllegalArgumentException(done + " of " + expected);
        }
    }

    /// The quantities of one cut that are not zero, by day, user, organization and product.
    Map<List<Object>, BigDecimal> held(String cut) {
        var held = new HashMap<List<Object>, BigDecimal>();
        for (var fact : facts.values()) {
            if (fact.cut().equals(cut)) {
                held.put(
                        List.of(
                                Span.dayOf(fact.start()),
                                fact.dimensions().getOrDefault(Dimension.USER, ""),
                                fact.dimensions().getOrDefault(Dimension.ORGANIZATION, ""),
                                fact.dimensions().getOrDefault(Dimension.PRODUCT, "")),
                        fact.quantity().stripTrailingZeros());
            }
        }
        return held;
    }

    boolean isComplete(LocalDate day) {
        return declaredWhenRead.containsKey(day);
    }

    List<DirectoryEntry> directory() {
        return List.copyOf(directory.values());
    }

    /// By id.
    Map<String, Activity> activities(Activity.Kind kind) {
        return activities.getOrDefault(kind, Map.of());
    }

    Activity activity(Activity.Kind kind, String id) {
        return Objects.requireNonNull(activities(kind).get(id), id);
    }

    List<Observation> observations(String name) {
        return observations.values().stream().filter(one -> one.name().equals(name)).toList();
    }

    Collection<UsageFact> facts() {
        return facts.values();
    }

    /// Those of all reads.
    List<Note> notes() {
        return notes;
    }

    List<Reject> rejects() {
        return rejects;
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
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
}
