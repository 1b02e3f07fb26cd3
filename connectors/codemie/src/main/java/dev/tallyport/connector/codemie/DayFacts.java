package dev.tallyport.connector.codemie;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Completion;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts of one day on their way to the platform, with what they cover.
final class DayFacts {

    /// Facts beyond which a batch is handed over before the day is at its end.
    private static final int BATCH = 5_000;

    /// Rejects beyond which a day only counts them.
    private static final int MOST_REJECTS = 200;

    private static final List<Dimension> ORDER = List.of(Dimension.values());

    private final LocalDate day;
    private final Instant start;
    private final Instant end;
    private final List<UsageFact> facts = new ArrayList<>();
    private final List<Cut> covered = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    DayFacts(LocalDate day) {
        this.day = day;
        this.start = Stretch.startOf(day);
        this.end = Stretch.startOf(day.plusDays(1));
    }

    /// A zero is told by the coverage.
    void add(Cut cut, Map<Dimension, String> dimensions, BigDecimal quantity) {
        if (quantity.signum() != 0) {
            facts.add(new UsageFact(cut.id(), keyOf(dimensions), start, end, dimensions, quantity));
        }
    }

    /// All that the vendor says of these cuts and this day: what the work adds, or nothing of it
    /// when an answer is not understood. Then what was known before stays.
    void attempt(List<Cut> cuts, Runnable work) {
        int before = facts.size();
        try {
            work.run();
            covered.addAll(cuts);
        } catch (Unreadable unreadable) {
            facts.subList(before, facts.size()).clear();
            reject(unreadable.reject());
        }
    }

    void observe(String name, Map<Dimension, String> dimensions, BigDecimal value, String unit) {
        observations.add(
                new Observation(name, start, end, dimensions, value, unit, Optional.empty()));
    }

    void reject(Reject reject) {
        if (rejects.size() < MOST_REJECTS) {
            rejects.add(reject);
        } else if (rejects.size() == MOST_REJECTS) {
            rejects.add(
                    new Reject(
                            "many",
                            "$",
                            "more than "
                                    + MOST_REJECTS
                                    + " answers about "
                                    + day
                                    + " were not understood"));
        }
    }

    /// @param stoodStill whether the vendor's totals did not change while the day was read
    void handOver(Sink sink, Directory directory, boolean stoodStill) {
        int from = 0;
        for (; facts.size() - from > BATCH; from += BATCH) {
            sink.accept(Batch.continued(facts.subList(from, from + BATCH)));
        }
        var coverage =
                covered.stream().map(cut -> new Coverage(cut.id(), start, end, Map.of())).toList();
        var completed =
                covered.stream()
                        .filter(cut -> stoodStill && cut.total().isEmpty())
                        .map(cut -> new Completion(cut.id(), start, end))
                        .toList();
        sink.accept(
                Batch.ofFacts(facts.subList(from, facts.size()), coverage)
                        .withDirectory(directory.news(), List.of())
                        .withObservations(observations)
                        .withRejects(rejects)
                        .withCompleted(completed));
    }

    /// The vendor gives no ids to its figures; the day and the dimensions identify one. Lengths
    /// keep apart names that contain the separator.
    private String keyOf(Map<Dimension, String> dimensions) {
        var key = new StringBuilder(day.toString());
        for (var dimension : ORDER) {
            var value = dimensions.getOrDefault(dimension, "");
            key.append('/').append(value.length()).append(':').append(value);
        }
        return key.toString();
    }
}
