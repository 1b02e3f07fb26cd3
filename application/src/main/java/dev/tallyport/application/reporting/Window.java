package dev.tallyport.application.reporting;

import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import java.time.Instant;

/// What stretch of time is asked about.
public sealed interface Window {

    /// Days by their own labels, whatever calendar they belong to.
    record Days(DateRange days) implements Window {}

    /// `[start, end)`; a day is in it when its start is.
    record Instants(Instant start, Instant end) implements Window {

        public Instants {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(
                        "A window must not end before it starts, but %s to %s does."
                                .formatted(start, end));
            }
        }
    }

    /// ISO 8601, such as `2026-07-01/2026-08-01`.
    default String described() {
        return switch (this) {
            case Days(var days) -> days.toString();
            case Instants(var start, var end) -> start + "/" + end;
        };
    }

    /// The days of it, in a source's own calendar.
    default DateRange daysIn(BillingCalendar calendar) {
        return switch (this) {
            case Days(var days) -> days;
            case Instants(var start, var end) -> calendar.daysStartingIn(start, end);
        };
    }
}
