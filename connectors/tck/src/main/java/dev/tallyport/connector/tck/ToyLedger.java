package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a platform keeps of what it is handed, in memory: facts and their number of versions,
/// directory, activities, completions and the checkpoint, and of which capabilities it was handed
/// something. Holds every batch to the laws of the SPI.
final class ToyLedger implements Sink {

    private final ConnectorDescriptor descriptor;
    private final Map<String, UsageFact> facts = new HashMap<>();
    private final Map<String, Completed> completed = new HashMap<>();
    private final Map<String, DirectoryEntry> directory = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Set<Capability> shown = EnumSet.noneOf(Capability.class);
    private final Map<String, UsageFact> delivered = new HashMap<>();
    private final Set<String> continued = new HashSet<>();
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private @Nullable Reading reading;
    private @Nullable Breach breach;
    private @Nullable RuntimeException refusal;
    private Runnable beforeAccept = () -> {};
    private int versions;
    private int batches;

    ToyLedger(ConnectorDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    private record Reading(BatchLaws laws, Instant now, Thread thread) {}

    /// @param declared what the vendor's totals of the day were, by their keys
    private record Completed(Instant at, Map<String, BigDecimal> declared) {}

    /// Begins a read; what the last one left to be continued is forgotten.
    void begin(ReadRequest request) {
        reading =
                new Reading(
                        new BatchLaws(descriptor, request.window()),
                        request.now(),
                        Thread.currentThread());
        delivered.clear();
        continued.clear();
        refusal = null;
    }

    @Override
    public void accept(Batch batch) {
        try {
            requireReading();
            Breach.unless(
                    refusal == null,
                    "no batch after the sink threw",
                    "a batch with " + batch.facts().size() + " facts",
                    "let what the sink throws end the read");
            require().laws().check(batch);
            batch.facts().forEach(this::requireOneFactPerKey);
        } catch (Breach found) {
            breach = breach == null ? found : breach;
            throw found;
        }
        try {
            beforeAccept.run();
        } catch (RuntimeException refused) {
            refusal = refused;
            throw refused;
        }
        store(batch);
    }

    private void store(Batch batch) {
        batches++;
        batch.facts().forEach(fact -> continued.add(keyOf(fact)));
        for (var coverage : batch.coverage()) {
            var before = facts.size();
            facts.entrySet()
                    .removeIf(held ->
                            covers(coverage, held.getValue())
                                    && !continued.contains(held.getKey()));
            versions += before - facts.size();
        }
        batch.facts()
                .forEach(fact -> {
                    if (!fact.equals(facts.put(keyOf(fact), fact))) {
                        versions++;
                    }
                });
        if (!batch.continued()) {
            continued.clear();
        }
        batch.directory().forEach(entry -> directory.put(entry.id(), entry));
        batch.activities()
                .forEach(activity -> activities.put(activity.kind() + activity.id(), activity));
        rejects.addAll(batch.rejects());
        batch.completed().forEach(this::complete);
        checkpoint = batch.checkpoint().or(() -> checkpoint);
        show(Capability.RETRACTION, batch.coverage());
        show(Capability.DIRECTORY, batch.directory());
        show(Capability.CYCLES, batch.cycles());
        show(Capability.ACTIVITIES, batch.activities());
        show(Capability.OBSERVATIONS, batch.observations());
    }

    private void show(Capability capability, List<?> handed) {
        if (!handed.isEmpty()) {
            shown.add(capability);
        }
    }

    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        requireReading();
        var stale = new TreeSet<LocalDate>();
        var days = dayOf(start).datesUntil(dayOf(end).plusDays(1));
        days.filter(day -> !startOf(day).isBefore(start) && startOf(day).isBefore(end))
                .filter(day -> isStale(cut, day, require().now()))
                .forEach(stale::add);
        return stale;
    }

    private boolean isStale(String cut, LocalDate day, Instant now) {
        var done = completed.get(cut + "/" + day);
        if (done == null) {
            return true;
        }
        var settles = startOf(day.plusDays(1)).plus(descriptor.settleHorizon());
        return (done.at().isBefore(settles) && !now.isBefore(settles))
                || !done.declared().equals(declaredOn(cut, day));
    }

    @Override
    public void progress(long done, long expected) {
        Breach.unless(
                done >= 0 && done <= expected,
                "a progress of at most what is expected",
                done + " of " + expected,
                "raise what is expected with what is done");
    }

    private void complete(Completion completion) {
        dayOf(completion.start())
                .datesUntil(dayOf(completion.end()))
                .forEach(day ->
                        completed.put(
                                completion.cut() + "/" + day,
                                new Completed(require().now(), declaredOn(completion.cut(), day))));
    }

    private Map<String, BigDecimal> declaredOn(String cut, LocalDate day) {
        var totals = descriptor.totalsOf(cut).stream().map(Cut::id).toList();
        var declared = new HashMap<String, BigDecimal>();
        if (!totals.isEmpty()) {
            facts.forEach((key, fact) -> {
                if (totals.contains(fact.cut()) && dayOf(fact.start()).equals(day)) {
                    declared.put(key, fact.quantity().stripTrailingZeros());
                }
            });
        }
        return declared;
    }

    private void requireOneFactPerKey(UsageFact fact) {
        var earlier = delivered.put(keyOf(fact), fact);
        Breach.unless(
                earlier == null
                        || (earlier.start().equals(fact.start())
                                && earlier.end().equals(fact.end())
                                && earlier.dimensions().equals(fact.dimensions())
                                && earlier.unit().equals(fact.unit())),
                "two facts under two keys",
                earlier + " and " + fact,
                "make the key of everything that tells facts of this cut apart, and of nothing"
                        + " else, such as a place in a page");
    }

    private void requireReading() {
        Breach.unless(
                Thread.currentThread().equals(require().thread()),
                "the sink is called from the thread that read was called on",
                Thread.currentThread(),
                "gather what other threads found and hand it over on the first");
    }

    private Reading require() {
        if (reading == null) {
            throw new IllegalStateException("no read has begun");
        }
        return reading;
    }

    private static String keyOf(UsageFact fact) {
        return fact.cut() + "/" + fact.key();
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

    /// What is held of the cuts that the truth is about, told apart as the truth does.
    Map<Figure.Place, BigDecimal> quantities(Truth truth) {
        var dimensions = truth.dimensions();
        var quantities = new HashMap<Figure.Place, BigDecimal>();
        for (var fact : facts.values()) {
            var told = dimensions.get(fact.cut());
            if (told != null) {
                var values = new EnumMap<Dimension, String>(Dimension.class);
                values.putAll(fact.dimensions());
                values.keySet().retainAll(told);
                var place =
                        new Figure.Place(
                                fact.cut(), dayOf(fact.start()), Map.copyOf(values), fact.unit());
                quantities.merge(place, fact.quantity(), BigDecimal::add);
            }
        }
        quantities.values().removeIf(quantity -> quantity.signum() == 0);
        quantities.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        return quantities;
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, descriptor.dayZone());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(descriptor.dayZone()).toInstant();
    }

    boolean isComplete(String cut, LocalDate day) {
        return completed.containsKey(cut + "/" + day);
    }

    /// Whether the day must be read whole, as of the last read.
    boolean isStaleNow(String cut, LocalDate day) {
        return isStale(cut, day, require().now());
    }

    /// When the day can be restated no more.
    Instant settlesAt(LocalDate day) {
        return startOf(day.plusDays(1)).plus(descriptor.settleHorizon());
    }

    Duration settleHorizon() {
        return descriptor.settleHorizon();
    }

    List<DirectoryEntry> directory() {
        return List.copyOf(directory.values());
    }

    Set<String> activities() {
        var ids = new HashSet<String>();
        activities.values().forEach(activity -> ids.add(activity.id()));
        return ids;
    }

    List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    void replaceCheckpoint(Checkpoint other) {
        checkpoint = Optional.of(other);
    }

    /// The capabilities of which something was handed over.
    Set<Capability> shown() {
        return Set.copyOf(shown);
    }

    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }

    /// How many facts were added, changed or retracted so far.
    int versions() {
        return versions;
    }

    int batches() {
        return batches;
    }

    /// Runs before a batch is stored; what it throws keeps the batch from being stored.
    void beforeAccept(Runnable action) {
        beforeAccept = action;
    }
}
