package dev.tallyport.domain.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/// Day labels from `start` up to, and without, `end`; empty when the two are equal.
public record DateRange(LocalDate start, LocalDate end) {

    public DateRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "A range of days must not end before it starts, but "
                            + start
                            + " to "
                            + end
                            + " does.");
        }
    }

    public static DateRange of(LocalDate start, LocalDate end) {
        return new DateRange(start, end);
    }

    public static DateRange of(LocalDate day) {
        return new DateRange(day, day.plusDays(1));
    }

    public boolean isEmpty() {
        return start.equals(end);
    }

    /// In days.
    public long length() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public Stream<LocalDate> days() {
        return start.datesUntil(end);
    }

    /// The days of both. Where there are none, the result is empty and starts where the later of
    /// the two does.
    public DateRange intersection(DateRange other) {
        var latestStart = later(start, other.start);
        var earliestEnd = earlier(end, other.end);
        return new DateRange(latestStart, later(latestStart, earliestEnd));
    }

    /// The shortest range with the days of both.
    public DateRange hull(DateRange other) {
        return new DateRange(earlier(start, other.start), later(end, other.end));
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// ISO 8601, such as `2026-07-01/2026-08-01`.
    @Override
    public String toString() {
        return start + "/" + end;
    }
}
