package dev.tallyport.domain.usage;

import dev.tallyport.domain.calendar.DateRange;
import java.time.Instant;
import java.util.Comparator;

/// A stretch of time whose usage is told apart from that of others. Slots are ordered by their
/// start, then by their end.
public sealed interface Slot extends Comparable<Slot> {

    /// Whole days by their labels.
    record Days(DateRange days) implements Slot {}

    /// An hour of the clock; shorter where clocks are set within it.
    record Hour(Instant start, Instant end) implements Slot {}

    @Override
    default int compareTo(Slot other) {
        return switch (this) {
            case Days(var days) ->
                    switch (other) {
                        case Days(var others) ->
                                Comparator.comparing(DateRange::start)
                                        .thenComparing(DateRange::end)
                                        .compare(days, others);
                        case Hour _ -> -1;
                    };
            case Hour hour ->
                    switch (other) {
                        case Days _ -> 1;
                        case Hour another -> hour.start.compareTo(another.start);
                    };
        };
    }
}
