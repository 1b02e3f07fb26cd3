package dev.tallyport.domain.usage;

import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Adds up usage of one meter: by some dimensions, in buckets of days. Whatever is chosen, nothing
/// is counted twice and nothing is left out.
///
/// @param bucket empty when all days are added up together
/// @param calendar whose cycles count
public record Aggregation(
        Set<Dimension> dimensions, Optional<Bucket> bucket, BillingCalendar calendar) {

    public Aggregation {
        dimensions = Set.copyOf(dimensions);
    }

    /// What is added up into one figure. Cells are ordered by their days, then by their group.
    ///
    /// @param days the bucket's; empty when it holds all days
    public record Cell(Optional<DateRange> days, Group group) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing((Cell cell) ->
                                cell.days.map(DateRange::start).orElse(LocalDate.MIN))
                        .thenComparing(cell -> cell.days.map(DateRange::end).orElse(LocalDate.MIN))
                        .thenComparing(Cell::group);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /// The sum of each cell that holds any usage, even if it adds up to zero.
    public SortedMap<Cell, Quantity> sum(Stream<DailyUsage> usage) {
        var sums = new TreeMap<Cell, Quantity>();
        usage.forEach(one -> sums.merge(cellOf(one), one.quantity(), Quantity::plus));
        return Collections.unmodifiableSortedMap(sums);
    }

    private Cell cellOf(DailyUsage usage) {
        return new Cell(
                bucket.map(one -> one.containing(usage.day(), calendar)),
                usage.group().onto(dimensions));
    }
}
