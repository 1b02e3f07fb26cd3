package dev.tallyport.domain.usage;

import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/// Which days are added up together. Each day is in exactly one bucket, chosen by its own label.
public sealed interface Bucket {

    /// All days in one.
    record None() implements Bucket {}

    record Day() implements Bucket {}

    record Cycle(BillingCalendar calendar) implements Bucket {}

    /// The days that are added up with `day`; empty when these are all days.
    default Optional<DateRange> containing(LocalDate day) {
        return switch (this) {
            case None() -> Optional.empty();
            case Day() -> Optional.of(DateRange.of(day));
            case Cycle(var calendar) -> Optional.of(calendar.cycleContaining(day).days());
        };
    }
}
