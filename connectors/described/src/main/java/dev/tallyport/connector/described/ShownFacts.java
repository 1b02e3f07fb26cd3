package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Prints what is handed over instead of storing it.
final class ShownFacts implements Sink {

    private static final int MOST_ROWS = 20;

    private final ConnectorDescriptor descriptor;
    private final PrintStream out;
    private final Map<String, Long> facts = new TreeMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();
    private final Set<Completion> completed = new LinkedHashSet<>();
    private long rows;
    private long rejects;

    ShownFacts(ConnectorDescriptor descriptor, PrintStream out) {
        this.descriptor = descriptor;
        this.out = out;
    }

    @Override
    public void accept(Batch batch) {
        for (var fact : batch.facts()) {
            if (rows++ < MOST_ROWS) {
                show(fact);
            }
            facts.merge(fact.cut(), 1L, Long::sum);
        }
        batch.rejects().forEach(this::show);
        notes.addAll(batch.notes());
        completed.addAll(batch.completed());
    }

    private void show(UsageFact fact) {
        var dimensions =
                CutReader.DIMENSIONS.entrySet().stream()
                        .filter(entry -> fact.dimensions().containsKey(entry.getValue()))
                        .map(entry ->
                                entry.getKey() + "=" + fact.dimensions().get(entry.getValue()))
                        .collect(Collectors.joining("  "));
        out.printf(
                Locale.ROOT,
                "%s  %-22s %18s %-8s %s%n",
                fact.start(),
                fact.cut(),
                fact.quantity().toPlainString(),
                descriptor.cut(fact.cut()).unit().orElse(""),
                plain(dimensions));
    }

    private void show(Reject reject) {
        rejects++;
        out.printf(
                Locale.ROOT,
                "reject: GET %s%n        %s: %s%n",
                plain(reject.request()),
                plain(reject.path()),
                plain(reject.reason()));
    }

    /// What the vendor says must not steer the terminal.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
    }

    boolean hasRejects() {
        return rejects > 0;
    }

    void finish() {
        out.printf(
                Locale.ROOT,
                "%n%d of %d facts shown, %d rejects%n",
                Math.min(rows, MOST_ROWS),
                rows,
                rejects);
        facts.forEach((cut, count) -> out.printf(Locale.ROOT, "  %-22s %d%n", cut, count));
        notes.forEach(note ->
                out.printf(
                        Locale.ROOT,
                        "note on %s: %s%n",
                        plain(note.part()),
                        plain(note.message())));
        completed.forEach(one ->
                out.printf(
                        Locale.ROOT,
                        "complete: %s from %s to %s%n",
                        one.cut(),
                        one.start(),
                        one.end()));
    }

    /// Never asked, since a window is given.
    @Override
    public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
        return new TreeSet<>();
    }

    @Override
    public void progress(long done, long expected) {}
}
