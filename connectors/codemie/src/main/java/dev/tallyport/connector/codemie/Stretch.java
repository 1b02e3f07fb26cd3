package dev.tallyport.connector.codemie;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Time that is asked about, at most a day of UTC and the hours after it.
///
/// @param end exclusive
record Stretch(Instant start, Instant end) {

    /// How far the vendor's clock may be behind: it refuses an end in its own future.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration LATENESS = Duration.ofHours(6);

    /// Until what is asked at most.
    private static Instant present(Instant now) {
        return now.minus(SKEW);
    }

    /// The last day that can be asked about.
    static LocalDate lastDay(Instant now) {
        return LocalDate.ofInstant(present(now), ZoneOffset.UTC);
    }

    /// A day, or what there is of it so far.
    static Stretch of(LocalDate day, Instant now) {
        return new Stretch(startOf(day), startOf(day.plusDays(1))).until(present(now));
    }

    /// From then to the present.
    static Stretch since(Instant start, Instant now) {
        return new Stretch(start, present(now));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    LocalDate day() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /// With the hours in which what happened in it may still be told of.
    Stretch withLatecomers(Instant now) {
        return new Stretch(start, end.plus(LATENESS)).until(present(now));
    }

    private Stretch until(Instant last) {
        return end.isAfter(last) ? new Stretch(start, last) : this;
    }

    /// Two parts that meet at a full hour, unless it is too short for that.
    Optional<List<Stretch>> halves() {
        long hours = Duration.between(start, end).toHours();
        if (hours < 2) {
            return Optional.empty();
        }
        var middle = start.plus(Duration.ofHours(hours / 2));
        return Optional.of(List.of(new Stretch(start, middle), new Stretch(middle, end)));
    }

    /// Instants with their offset: the vendor fails on one without.
    String query() {
        return "start_date=" + start + "&end_date=" + end;
    }
}
