package dev.tallyport.application.activity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/// In what periods active people are counted: days, weeks from Monday and months, all of UTC. They
/// are not billing days.
public enum CountedPeriod {
    DAY,
    WEEK,
    MONTH;

    /// A part of time.
    ///
    /// @param start inclusive
    /// @param end exclusive
    public record Span(Instant start, Instant end) {}

    /// The periods that overlap `[start, end)`, in order, the first and the last cut short where
    /// they begin before it or end after it.
    public List<Span> within(Instant start, Instant end) {
        var spans = new ArrayList<Span>();
        var from = start;
        while (from.isBefore(end)) {
            var next = endOf(from);
            var until = next.isBefore(end) ? next : end;
            spans.add(new Span(from, until));
            from = until;
        }
        return spans;
    }

    /// Whether no more than so many periods overlap `[start, end)`; costs no more than these.
    public boolean isWithin(int most, Instant start, Instant end) {
        var until = start;
        for (int count = 0; count < most && until.isBefore(end); count++) {
            until = endOf(until);
        }
        return !until.isBefore(end);
    }

    /// Of the whole period that an instant lies in.
    public Instant startOf(Instant instant) {
        return startOf(LocalDate.ofInstant(instant, ZoneOffset.UTC))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private Instant endOf(Instant instant) {
        var start = startOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        var next =
                switch (this) {
                    case DAY -> start.plusDays(1);
                    case WEEK -> start.plusWeeks(1);
                    case MONTH -> start.plusMonths(1);
                };
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
