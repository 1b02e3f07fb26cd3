package dev.tallyport.domain.usage;

import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// What is added up together in time. Each day is in exactly one bucket, chosen by its own label.
public enum Bucket {
    /// From one full hour of the clock to the next; tells apart what is finer than a day.
    HOUR,
    DAY,
    /// Monday to Sunday.
    WEEK,
    /// A month of the calendar.
    MONTH,
    /// A billing cycle.
    CYCLE;

    /// All days that are added up with `day`.
    ///
    /// @param calendar whose cycles count
    /// @throws IllegalArgumentException for hours, which are no days
    public DateRange containing(LocalDate day, BillingCalendar calendar) {
        return switch (this) {
            case HOUR -> throw new IllegalArgumentException("An hour is a part of a day.");
            case DAY -> DateRange.of(day);
            case WEEK -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield DateRange.of(monday, monday.plusWeeks(1));
            }
            case MONTH -> {
                var first = day.withDayOfMonth(1);
                yield DateRange.of(first, first.plusMonths(1));
            }
            case CYCLE -> calendar.cycleContaining(day).days();
        };
    }
}
