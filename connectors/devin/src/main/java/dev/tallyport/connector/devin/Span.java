package dev.tallyport.connector.devin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Billing days in a row. A billing day begins at midnight PST all year, 08:00:00 UTC; the vendor
/// knows no daylight saving
/// (<https://docs.devin.ai/api-reference/v2/consumption/daily-consumption#timezone-behavior>).
///
/// @param start the first day
/// @param end the day after the last one
record Span(LocalDate start, LocalDate end) {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(-8);

    /// The days that begin in `[start, end)`.
    static Span between(Instant start, Instant end) {
        return new Span(firstDayFrom(start), firstDayFrom(end));
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZONE).toLocalDate();
    }

    static Instant startOf(LocalDate day) {
        return day.atTime(LocalTime.MIDNIGHT).toInstant(ZONE);
    }

    static boolean isDayStart(Instant instant) {
        return startOf(dayOf(instant)).equals(instant);
    }

    static LocalDate firstDayFrom(Instant instant) {
        var day = dayOf(instant);
        return isDayStart(instant) ? day : day.plusDays(1);
    }

    Instant startInstant() {
        return startOf(start);
    }

    Instant endInstant() {
        return startOf(end);
    }

    boolean isEmpty() {
        return start.equals(end);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    Stream<LocalDate> days() {
        return start.datesUntil(end);
    }

    /// The days of this span without some, as few spans as possible.
    List<Span> without(Collection<LocalDate> days) {
        var spans = new ArrayList<Span>();
        var from = start;
        for (var day : new TreeSet<>(days)) {
            if (contains(day)) {
                if (from.isBefore(day)) {
                    spans.add(new Span(from, day));
                }
                from = day.plusDays(1);
            }
        }
        if (from.isBefore(end)) {
            spans.add(new Span(from, end));
        }
        return spans;
    }
}
