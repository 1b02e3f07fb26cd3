package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Sink;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// More usage takes more time and no more memory.
public interface ScaleContract extends Contract {

    @Test
    default void aGreatDealOfUsageTakesNoMoreMemory() {
        try (var fixture = fixture()) {
            var cut = new Trial(fixture).mainCut();
            var expected = fixture.grow(fixture.many());
            var sink = new Weighing(fixture.connector().descriptor(), cut, fixture.many());
            var request = new ReadRequest(fixture.now(), Optional.empty(), List.of());

            fixture.connector().read(fixture.settings(), request, sink);

            Breach.unless(
                    sink.sum.compareTo(expected) == 0,
                    "a sum of " + expected.toPlainString() + " in cut '" + cut + "'",
                    sink.sum.toPlainString(),
                    "hand over every page once");
            Breach.unless(
                    sink.highest < Weighing.BOUND,
                    "at most %d MiB more on the heap while %d records are read"
                            .formatted(Weighing.BOUND >> 20, fixture.many()),
                    (sink.highest >> 20) + " MiB",
                    "hand over each page as it was read, with Batch.continued where the coverage"
                            + " needs them all, and keep no list of what was handed over");
        }
    }

    /// Keeps a sum and weighs the heap now and then.
    final class Weighing implements Sink {

        static final long BOUND = 48L << 20;
        private static final int WEIGHINGS = 8;

        private final ConnectorDescriptor descriptor;
        private final String cut;
        private final long between;
        private final long atFirst = heap();
        private BigDecimal sum = BigDecimal.ZERO;
        private long facts;
        private long weighed;
        private long highest;

        Weighing(ConnectorDescriptor descriptor, String cut, long records) {
            this.descriptor = descriptor;
            this.cut = cut;
            this.between = records / WEIGHINGS;
        }

        @Override
        public void accept(Batch batch) {
            for (var fact : batch.facts()) {
                if (fact.cut().equals(cut)) {
                    sum = sum.add(fact.quantity());
                }
            }
            facts += batch.facts().size();
            if (facts >= weighed + between || weighed == 0) {
                weighed = Math.max(1, facts);
                highest = Math.max(highest, heap() - atFirst);
            }
        }

        @Override
        public SortedSet<LocalDate> stale(String ofCut, Instant start, Instant end) {
            var zone = descriptor.dayZone();
            var first = LocalDate.ofInstant(start, zone);
            return new TreeSet<>(
                    first.datesUntil(LocalDate.ofInstant(end, zone).plusDays(1))
                            .filter(day -> !day.atStartOfDay(zone).toInstant().isBefore(start))
                            .filter(day -> day.atStartOfDay(zone).toInstant().isBefore(end))
                            .toList());
        }

        @Override
        public void progress(long done, long expected) {}

        private static long heap() {
            var memory = Runtime.getRuntime();
            System.gc();
            return memory.totalMemory() - memory.freeMemory();
        }
    }
}
