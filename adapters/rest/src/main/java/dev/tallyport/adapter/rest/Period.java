package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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

    String FROM = "from";
    String TO = "to";
    String A_DAY = "a date, such as 2026-01-31";
    String A_MOMENT = A_DAY + ", or a date-time with its offset, such as 2026-01-31T08:00:00Z";

    /// What is wrong is left with the query, and the period is worth nothing then.
    static Period of(Query query) {
        var from = query.one(FROM, A_MOMENT, Moment::parse);
        var to = query.one(TO, A_MOMENT, Moment::parse);
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

    default Window window(Instant now, Cycles cycles) {
        return switch (this) {
            case OfDays days -> new Window.Days(days.days(now, cycles));
            case OfInstants instants -> instants.instants(now, cycles);
        };
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
