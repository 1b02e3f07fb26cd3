package dev.tallyport.domain.calendar;

import java.time.LocalDate;

/// The days that a vendor bills together: at least one.
public record BillingCycle(DateRange days) {

    public BillingCycle {
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "A billing cycle has at least one day, but " + days + " has none.");
        }
    }

    public static BillingCycle of(LocalDate start, LocalDate end) {
        return new BillingCycle(DateRange.of(start, end));
    }

    public LocalDate start() {
        return days.start();
    }

    /// The first day that is no longer part of it.
    public LocalDate end() {
        return days.end();
    }

    public boolean contains(LocalDate day) {
        return days.contains(day);
    }

    @Override
    public String toString() {
        return days.toString();
    }
}
