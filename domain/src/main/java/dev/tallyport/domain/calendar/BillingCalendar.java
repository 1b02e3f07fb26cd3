package dev.tallyport.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Where one vendor's days and cycles begin. Guarantees, for the years 1 to 9999:
///
/// - every instant belongs to exactly one day, and later instants never to earlier days;
/// - every day belongs to exactly one cycle, and cycles follow one another without a gap;
/// - the vendor's own records are cycles as they stand. The anchor day only fills in where there is
///   none, and such a cycle is cut short where a record ends or begins.
///
/// @param zone where days begin at midnight; a fixed offset when the vendor ignores daylight saving
/// @param records the cycles that the vendor itself states: in order, not overlapping, with or
///   without gaps
/// @param anchorDay the day of the month, 1 to 31, on which cycles beside the records begin; in a
///   shorter month its last day
public record BillingCalendar(ZoneId zone, List<BillingCycle> records, int anchorDay) {

    public BillingCalendar {
        records = List.copyOf(records);
        for (int i = 1; i < records.size(); i++) {
            requireInOrder(records.get(i - 1), records.get(i));
        }
        if (anchorDay < 1 || anchorDay > 31) {
            throw new IllegalArgumentException(
                    "The anchor of billing cycles is a day of the month from 1 to 31, not "
                            + anchorDay
                            + ".");
        }
    }

    /// A calendar that goes on as the newest of `records` suggests; months of the calendar where
    /// there are none.
    public static BillingCalendar of(ZoneId zone, List<BillingCycle> records) {
        int anchorDay = records.isEmpty() ? 1 : anchorDayOf(records.getLast());
        return new BillingCalendar(zone, records, anchorDay);
    }

    /// Anchors 29 to 31 begin on the last day of a shorter month. Of two months that follow one
    /// another at least one has 31 days, so either the start or the end shows the anchor itself.
    private static int anchorDayOf(BillingCycle cycle) {
        int first = cycle.start().getDayOfMonth();
        int last = cycle.end().getDayOfMonth();
        boolean endsWithItsMonth = last == cycle.end().lengthOfMonth();
        return endsWithItsMonth ? Math.max(first, last) : last;
    }

    private static void requireInOrder(BillingCycle one, BillingCycle next) {
        if (next.start().isBefore(one.end())) {
            throw new IllegalArgumentException(
                    "Billing cycles must be in order and must not overlap, but "
                            + one
                            + " is followed by "
                            + next
                            + ".");
        }
    }

    public LocalDate dayOf(Instant instant) {
        var day = LocalDate.ofInstant(instant, zone);
        // Clocks that go back across midnight show a date again that has ended.
        return instant.isBefore(endOf(day)) ? day : day.plusDays(1);
    }

    /// The first midnight of `day`, or when clocks skipped it, the first instant after. Where a
    /// zone skipped the whole day, it is empty: it starts and ends when the next one starts.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /// The days that start in `[start, end)`.
    public DateRange daysStartingIn(Instant start, Instant end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "A window must not end before it starts, but "
                            + start
                            + " to "
                            + end
                            + " does.");
        }
        return DateRange.of(firstDayStartingFrom(start), firstDayStartingFrom(end));
    }

    private LocalDate firstDayStartingFrom(Instant instant) {
        var day = dayOf(instant);
        if (startOf(day).isBefore(instant)) {
            return day.plusDays(1);
        }
        while (!startOf(day.minusDays(1)).isBefore(instant)) {
            day = day.minusDays(1);
        }
        return day;
    }

    public BillingCycle cycleContaining(Instant instant) {
        return cycleContaining(dayOf(instant));
    }

    public BillingCycle cycleContaining(LocalDate day) {
        int started = recordsStartedBy(day);
        if (started > 0 && records.get(started - 1).contains(day)) {
            return records.get(started - 1);
        }
        var start = anchorUpTo(day);
        var end = anchorIn(YearMonth.from(start).plusMonths(1));
        if (started > 0) {
            start = DateRange.later(start, records.get(started - 1).end());
        }
        if (started < records.size()) {
            end = DateRange.earlier(end, records.get(started).start());
        }
        return BillingCycle.of(start, end);
    }

    /// The cycle that `cycle`, one of this calendar, follows.
    public BillingCycle previous(BillingCycle cycle) {
        return cycleContaining(cycle.start().minusDays(1));
    }

    /// The cycle that follows `cycle`, one of this calendar.
    public BillingCycle next(BillingCycle cycle) {
        return cycleContaining(cycle.end());
    }

    /// The cycle that a vendor states as two instants, the end not part of it.
    public BillingCycle cycleBetween(Instant start, Instant end) {
        return BillingCycle.of(dayOf(start), dayOf(end));
    }

    private int recordsStartedBy(LocalDate day) {
        int found =
                Collections.binarySearch(
                        records,
                        new BillingCycle(DateRange.of(day)),
                        Comparator.comparing(BillingCycle::start));
        return found < 0 ? -found - 1 : found + 1;
    }

    private LocalDate anchorUpTo(LocalDate day) {
        var month = YearMonth.from(day);
        var anchor = anchorIn(month);
        return anchor.isAfter(day) ? anchorIn(month.minusMonths(1)) : anchor;
    }

    private LocalDate anchorIn(YearMonth month) {
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
    }
}
