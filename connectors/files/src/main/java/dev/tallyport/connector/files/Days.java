package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// The days of UTC that a set of files speaks of, and those of a cut on which it cannot be
/// understood.
final class Days {

    private final Map<String, NavigableSet<LocalDate>> broken = new HashMap<>();
    private final TreeSet<LocalDate> ends = new TreeSet<>();

    void add(LocalDate day) {
        ends.add(day);
        if (ends.size() > 2) {
            ends.remove(ends.higher(ends.first()));
        }
    }

    void breakDay(String cut, LocalDate day) {
        broken.computeIfAbsent(cut, _ -> new TreeSet<>()).add(day);
    }

    /// From the start of the first day to the end of the last.
    Optional<Interval> span() {
        return ends.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Interval(startOf(ends.first()), startOf(ends.last().plusDays(1))));
    }

    /// What of a stretch was understood of a cut.
    List<Interval> understood(String cut, Instant start, Instant end) {
        var parts = new ArrayList<Interval>();
        var from = start;
        for (var day : broken.getOrDefault(cut, new TreeSet<>())) {
            addPart(parts, from, earlier(startOf(day), end));
            from = later(from, startOf(day.plusDays(1)));
        }
        addPart(parts, from, end);
        return parts;
    }

    private static void addPart(List<Interval> parts, Instant start, Instant end) {
        if (start.isBefore(end)) {
            parts.add(new Interval(start, end));
        }
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
