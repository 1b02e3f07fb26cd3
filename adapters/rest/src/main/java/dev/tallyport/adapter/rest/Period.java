package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// From when until when, as far as it is said; the end is not part of it. Where nothing is said, it
/// is the current cycle through today. An end alone that lies before the current cycle asks about
/// the cycle it ends in, and a start alone in the future about nothing.
sealed interface Period {

    record OfDays(Optional<LocalDate> from, Optional<LocalDate> to) implements Period {

        DateRange days(Instant now, Cycles cycles) {
            var tomorrow = cycles.calendar().dayOf(now).plusDays(1);
            var end = to.orElseGet(() -> from.filter(tomorrow::isBefore).orElse(tomorrow));
            return DateRange.of(from.orElseGet(() -> cycles.startBefore(end)), end);
        }
    }

    record OfInstants(Optional<Instant> from, Optional<Instant> to) implements Period {

        Window.Instants instants(Instant now, Cycles cycles) {
            var end = to.orElseGet(() -> from.filter(now::isBefore).orElse(now));
            return new Window.Instants(from.orElseGet(() -> cycles.startBefore(end)), end);
        }
    }

    /// Up to now.
    record LastHours(int hours) implements Period {}

    /// Through today.
    record LastDays(int days) implements Period {}

    /// The month of the calendar before the current one.
    record LastMonth() implements Period {}

    /// Through today.
    record ThisCycle() implements Period {}

    record PreviousCycle() implements Period {}

    String PERIOD = "period";
    String FROM = "from";
    String TO = "to";

    int MOST_HOURS = 8784;
    int MOST_DAYS = 3660;
    Pattern COUNTED = Pattern.compile("last-([1-9][0-9]{0,3})-(hours|days)");

    String A_DAY = "a date, such as 2026-01-31";
    String A_MOMENT =
            A_DAY
                    + ", or a date-time such as 2026-01-31T08:00:00Z, with its offset unless a zone"
                    + " is said as calendar";

    Kind<Period> NAMED =
            Kind.of(
                    "last-hour, last-6-hours or any other number up to 8784, last-30-days or any"
                            + " other number up to 3660, last-month, this-cycle or previous-cycle",
                    Period::named);

    /// What is wrong is left with the query, and the period is worth nothing then.
    ///
    /// @param zone of date-times that are written without an offset
    static Period of(Query query, Optional<ZoneId> zone) {
        var named = query.one(PERIOD, NAMED);
        if (named.isPresent() && (query.has(FROM) || query.has(TO))) {
            query.reject(PERIOD, "either a period, or from and to", named.get().toString());
        }
        return named.orElseGet(() -> between(query, zone));
    }

    private static Optional<Period> named(String text) {
        var counted = COUNTED.matcher(text);
        if (counted.matches()) {
            int count = Integer.parseInt(counted.group(1));
            return counted.group(2).equals("hours")
                    ? Optional.<Period>of(new LastHours(count)).filter(_ -> count <= MOST_HOURS)
                    : Optional.<Period>of(new LastDays(count)).filter(_ -> count <= MOST_DAYS);
        }
        return switch (text) {
            case "last-hour" -> Optional.of(new LastHours(1));
            case "last-month" -> Optional.of(new LastMonth());
            case "this-cycle" -> Optional.of(new ThisCycle());
            case "previous-cycle" -> Optional.of(new PreviousCycle());
            default -> Optional.empty();
        };
    }

    private static Period between(Query query, Optional<ZoneId> zone) {
        var from = query.one(FROM, A_MOMENT, text -> Moment.parse(text, zone));
        var to = query.one(TO, A_MOMENT, text -> Moment.parse(text, zone));
        var anyInstant = from.or(() -> to).filter(Moment.OfInstant.class::isInstance).isPresent();
        if (from.isPresent() && to.isPresent()) {
            requireOrder(query, from.get(), to.get());
        }
        return anyInstant
                ? new OfInstants(from.flatMap(Period::instantOf), to.flatMap(Period::instantOf))
                : new OfDays(from.flatMap(Period::dayOf), to.flatMap(Period::dayOf));
    }

    static OfDays ofDays(Query query) {
        var from = query.one(FROM, A_DAY, Moment::day);
        var to = query.one(TO, A_DAY, Moment::day);
        if (from.isPresent() && to.isPresent()) {
            requireOrder(query, new Moment.OfDay(from.get()), new Moment.OfDay(to.get()));
        }
        return new OfDays(from, to);
    }

    /// @param days where days begin, of which today is one
    default Window window(Instant now, Cycles cycles, BillingCalendar days) {
        var tomorrow = days.dayOf(now).plusDays(1);
        return switch (this) {
            case OfDays some -> new Window.Days(some.days(now, cycles));
            case OfInstants instants -> instants.instants(now, cycles);
            case LastHours(var hours) ->
                    new Window.Instants(now.minus(Duration.ofHours(hours)), now);
            case LastDays(var count) ->
                    new Window.Days(DateRange.of(tomorrow.minusDays(count), tomorrow));
            case LastMonth() -> new Window.Days(monthBefore(days.dayOf(now).withDayOfMonth(1)));
            case ThisCycle() ->
                    new Window.Days(DateRange.of(cycles.current().start(), today(now, cycles)));
            case PreviousCycle() -> new Window.Days(cycleBefore(cycles));
        };
    }

    private static LocalDate today(Instant now, Cycles cycles) {
        return cycles.calendar().dayOf(now).plusDays(1);
    }

    private static DateRange cycleBefore(Cycles cycles) {
        return cycles.calendar().previous(cycles.current()).days();
    }

    private static DateRange monthBefore(LocalDate first) {
        return DateRange.of(first.minusMonths(1), first);
    }

    /// What a window of this period is compared with: the month or cycle before it, of a cycle
    /// under way as many days, or else as much time before it.
    default Window before(Window window, Cycles cycles) {
        return switch (window) {
            case Window.Days(var days) ->
                    new Window.Days(
                            switch (this) {
                                case LastMonth() -> monthBefore(days.start());
                                case PreviousCycle() ->
                                        cycles.calendar()
                                                .cycleContaining(days.start().minusDays(1))
                                                .days();
                                case ThisCycle() -> firstOf(cycleBefore(cycles), days.length());
                                case OfDays _, OfInstants _, LastHours _, LastDays _ ->
                                        DateRange.of(
                                                days.start().minusDays(days.length()),
                                                days.start());
                            });
            case Window.Instants(var start, var end) ->
                    new Window.Instants(start.minus(Duration.between(start, end)), start);
        };
    }

    private static DateRange firstOf(DateRange range, long days) {
        return range.intersection(DateRange.of(range.start(), range.start().plusDays(days)));
    }

    private static void requireOrder(Query query, Moment from, Moment to) {
        switch (from) {
            case Moment.OfDay(var first) -> {
                switch (to) {
                    case Moment.OfDay(var last) -> {
                        if (last.isBefore(first)) {
                            query.reject(TO, "a date not before from, " + first, last.toString());
                        }
                    }
                    case Moment.OfInstant(var last) ->
                            query.reject(TO, "a date, as from is one", last.toString());
                }
            }
            case Moment.OfInstant(var first) -> {
                switch (to) {
                    case Moment.OfDay(var last) ->
                            query.reject(TO, "a date-time, as from is one", last.toString());
                    case Moment.OfInstant(var last) -> {
                        if (last.isBefore(first)) {
                            query.reject(
                                    TO, "a date-time not before from, " + first, last.toString());
                        }
                    }
                }
            }
        }
    }

    private static Optional<LocalDate> dayOf(Moment moment) {
        return switch (moment) {
            case Moment.OfDay(var day) -> Optional.of(day);
            case Moment.OfInstant _ -> Optional.empty();
        };
    }

    private static Optional<Instant> instantOf(Moment moment) {
        return switch (moment) {
            case Moment.OfDay _ -> Optional.empty();
            case Moment.OfInstant(var instant) -> Optional.of(instant);
        };
    }
}
