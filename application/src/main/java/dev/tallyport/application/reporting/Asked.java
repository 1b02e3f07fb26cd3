package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Silence;
import dev.tallyport.application.reporting.UsageReports.Division;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.reporting.UsageReports.Times;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What one source is asked about one meter.
///
/// @param cut empty when the source does not say, and `silence` says why
/// @param own the source's own calendar
/// @param zoned where days begin that are cut from what is finer than a day
/// @param window as the cut can be asked: instants only where it is finer than a day
/// @param days the days asked for, in the source's own calendar
/// @param changes the days with which a new slot begins in any case
record Asked(
        SourceState source,
        String meter,
        Optional<Cut> cut,
        Optional<Silence> silence,
        BillingCalendar own,
        BillingCalendar zoned,
        Window window,
        DateRange days,
        SortedSet<LocalDate> changes,
        Rows rows,
        Filter filter) {

    /// A year of hours and more days than anybody looks at.
    private static final int MOST_SLOTS = 10_000;

    Optional<Selection> selection() {
        return cut.map(known -> new Selection(source.id(), known.id(), window, rows, filter));
    }

    Asked withChanges(SortedSet<LocalDate> changes) {
        return new Asked(
                source, meter, cut, silence, own, zoned, window, days, changes, rows, filter);
    }

    Measure measure() {
        return new Measure(meter, cut.flatMap(Cut::money));
    }

    Division division(Grouping grouping) {
        return new Division(times(grouping.bucket()), grouping.stated());
    }

    private Times times(Optional<Bucket> bucket) {
        if (bucket.isEmpty() && changes.isEmpty()) {
            return new Times.Whole();
        }
        return switch (window) {
            case Window.Days _ when bucket.equals(Optional.of(Bucket.DAY)) -> new Times.EachDay();
            case Window.Days(var asked) -> new Times.OfDays(slots(bucket, asked));
            case Window.Instants(var start, var end) ->
                    new Times.OfInstants(slots(bucket, start, end));
        };
    }

    /// Which part of the window is in each slot that it reaches into.
    ///
    /// @throws TooLargeException when they are too many
    SortedMap<Slot, Window> parts(Bucket bucket) {
        var parts = new TreeMap<Slot, Window>();
        switch (window) {
            case Window.Days(var asked) ->
                    slots(Optional.of(bucket), asked)
                            .values()
                            .forEach(slot ->
                                    parts.put(
                                            slot,
                                            new Window.Days(asked.intersection(slot.days()))));
            case Window.Instants(var start, var end) -> {
                var slots = slots(Optional.of(bucket), start, end);
                slots.forEach((begins, slot) -> {
                    var next = slots.higherKey(begins);
                    parts.put(
                            slot,
                            new Window.Instants(
                                    begins.isBefore(start) ? start : begins,
                                    next == null ? end : next));
                });
            }
        }
        return parts;
    }

    private TreeMap<LocalDate, Slot.Days> slots(Optional<Bucket> bucket, DateRange asked) {
        var slots = new TreeMap<LocalDate, Slot.Days>();
        var day = asked.start();
        while (day.isBefore(asked.end())) {
            var range = containing(bucket, day, asked);
            slots.put(range.start(), new Slot.Days(range));
            requireFew(slots.size());
            day = range.end();
        }
        return slots;
    }

    private TreeMap<Instant, Slot> slots(Optional<Bucket> bucket, Instant start, Instant end) {
        var slots = new TreeMap<Instant, Slot>();
        var calendar = bucket.equals(Optional.of(Bucket.CYCLE)) ? own : zoned;
        var last = calendar.dayOf(end.minusNanos(1));
        var asked = DateRange.of(calendar.dayOf(start), last.plusDays(1));
        var from = start;
        while (from.isBefore(end)) {
            if (bucket.equals(Optional.of(Bucket.HOUR))) {
                var begins = hourUpTo(from);
                from = hourAfter(from);
                slots.put(begins, new Slot.Hour(begins, from));
            } else {
                var range = containing(bucket, calendar.dayOf(from), asked);
                slots.put(calendar.startOf(range.start()), new Slot.Days(range));
                from = calendar.startOf(range.end());
            }
            requireFew(slots.size());
        }
        return slots;
    }

    /// The days of the bucket that no change parts from `day`.
    private DateRange containing(Optional<Bucket> bucket, LocalDate day, DateRange asked) {
        var range = bucket.map(one -> one.containing(day, own)).orElse(asked);
        var before = changes.headSet(day.plusDays(1));
        var after = changes.tailSet(day.plusDays(1));
        return range.intersection(
                DateRange.of(
                        before.isEmpty() ? range.start() : before.last(),
                        after.isEmpty() ? range.end() : after.first()));
    }

    /// Where clocks are set by a part of an hour, hours begin anew.
    private Instant hourUpTo(Instant instant) {
        var full = instant.truncatedTo(ChronoUnit.MINUTES).minus(minutesPast(instant));
        var set = zoned.zone().getRules().previousTransition(instant.plusNanos(1));
        return set != null && set.getInstant().isAfter(full) ? set.getInstant() : full;
    }

    private Instant hourAfter(Instant instant) {
        var full =
                instant.truncatedTo(ChronoUnit.MINUTES)
                        .plus(Duration.ofHours(1).minus(minutesPast(instant)));
        var set = zoned.zone().getRules().nextTransition(instant);
        return set != null && set.getInstant().isBefore(full) ? set.getInstant() : full;
    }

    private Duration minutesPast(Instant instant) {
        return Duration.ofMinutes(LocalTime.ofInstant(instant, zoned.zone()).getMinute());
    }

    private static void requireFew(int slots) {
        if (slots > MOST_SLOTS) {
            throw new TooLargeException(
                    "An answer tells at most %d stretches of time apart; ask about less time, or for"
                                    .formatted(MOST_SLOTS)
                            + " longer stretches.");
        }
    }
}
