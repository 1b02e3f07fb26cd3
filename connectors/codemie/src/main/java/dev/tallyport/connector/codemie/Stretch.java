package dev.tallyport.connector.codemie;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Time that is asked about, at most a day of UTC.
///
/// @param end exclusive
/// @param isOpen whether it lasts until the vendor's present, which is then not named: the vendor
///   refuses an end in its own future, however near
record Stretch(Instant start, Instant end, boolean isOpen) {

    /// How far the vendor's clock may be behind.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration LATENESS = Duration.ofHours(6);

    /// The last day that can be asked about.
    static LocalDate lastDay(Instant now) {
        return LocalDate.ofInstant(now.minus(SKEW), ZoneOffset.UTC);
    }

    /// A day, or what there is of it so far.
    static Stretch of(LocalDate day, Instant now) {
        boolean isOpen = !day.isBefore(lastDay(now));
        return new Stretch(startOf(day), isOpen ? now : startOf(day.plusDays(1)), isOpen);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /// With the hours in which what happened in it may still be told of.
    Stretch withLatecomers(Instant now) {
        var later = end.plus(LATENESS);
        return isOpen || later.isAfter(now.minus(SKEW))
                ? new Stretch(start, now, true)
                : new Stretch(start, later, false);
    }

    /// Two parts that meet at a full hour, unless it is too short for that.
    Optional<List<Stretch>> halves() {
        long hours = Duration.between(start, end).toHours();
        if (hours < 2) {
            return Optional.empty();
        }
        var middle = start.plus(Duration.ofHours(hours / 2));
        return Optional.of(
                List.of(new Stretch(start, middle, false), new Stretch(middle, end, isOpen)));
    }

    /// Instants with their offset: the vendor fails on one without.
    String query() {
        return "start_date=" + start + (isOpen ? "" : "&end_date=" + end);
    }
}
