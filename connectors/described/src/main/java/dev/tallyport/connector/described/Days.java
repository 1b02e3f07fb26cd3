package dev.tallyport.connector.described;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// Days in a row.
///
/// @param first inclusive
/// @param end exclusive, after `first`
record Days(LocalDate first, LocalDate end) {

    Instant start(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return end.atStartOfDay(zone).toInstant();
    }

    Stream<LocalDate> stream() {
        return first.datesUntil(end);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(end);
    }

    /// What is left without some of the days.
    List<Days> without(Set<LocalDate> days) {
        return runs(stream().filter(day -> !days.contains(day)).toList(), Integer.MAX_VALUE);
    }

    /// Days in windows of at most so many, the newest first.
    static List<Days> newestFirst(SortedSet<LocalDate> days, int most) {
        return runs(days, most).reversed();
    }

    /// @param days in their order
    private static List<Days> runs(Iterable<LocalDate> days, int most) {
        var runs = new ArrayList<Days>();
        for (var day : days) {
            var last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.end.equals(day) && day.isBefore(last.first.plusDays(most))) {
                runs.set(runs.size() - 1, new Days(last.first, day.plusDays(1)));
            } else {
                runs.add(new Days(day, day.plusDays(1)));
            }
        }
        return Collections.unmodifiableList(runs);
    }
}
