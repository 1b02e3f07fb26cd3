package dev.tallyport.simulator.devin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Billing days `[from, until)`. A billing day begins at 08:00:00Z all year, a fixed offset without
/// daylight saving.
public record Days(LocalDate from, LocalDate until) {

    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(-8);
    private static final int FIRST_DAY_OF_CYCLE = 16;

    public Days {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("days end on " + until + ", before " + from);
        }
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, OFFSET);
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(OFFSET);
    }

    /// The days whose beginning lies in `[start, end)`; none when the end comes first.
    public static Days startingWithin(Instant start, Instant end) {
        var from = firstStartingAtOrAfter(start);
        var until = firstStartingAtOrAfter(end);
        return new Days(from, until.isBefore(from) ? from : until);
    }

    static Days cycleContaining(LocalDate day) {
        var turn = day.withDayOfMonth(FIRST_DAY_OF_CYCLE);
        var from = day.isBefore(turn) ? turn.minusMonths(1) : turn;
        return new Days(from, from.plusMonths(1));
    }

    public Instant start() {
        return startOf(from);
    }

    public Instant end() {
        return startOf(until);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    private static LocalDate firstStartingAtOrAfter(Instant instant) {
        var day = dayOf(instant);
        return startOf(day).isBefore(instant) ? day.plusDays(1) : day;
    }
}
