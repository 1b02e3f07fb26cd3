package dev.tallyport.application.pricing;

import dev.tallyport.application.pricing.ProjectCosts.Day;
import dev.tallyport.application.pricing.ProjectCosts.NoProjection;
import dev.tallyport.application.pricing.ProjectCosts.Series;
import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Projection;
import dev.tallyport.domain.usage.Settledness;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What each day of a source cost, in one kind and currency.
///
/// @param costs of the days that have any
/// @param standings how far the days can be relied on
record DailyCosts(
        MoneyKind kind, Currency currency, Map<LocalDate, Money> costs, List<Standing> standings) {

    /// @param latest the days that the projection is made of
    /// @param cycle what it is a projection of
    /// @param complete whether everything has a price
    Series series(DateRange latest, DateRange cycle, boolean complete) {
        var days = latest.days().map(this::day).toList();
        var past = cycle.intersection(DateRange.of(cycle.start(), latest.end()));
        var settled = past.days().filter(this::isSettled).toList();
        var projection =
                Optional.of(days)
                        .filter(_ -> complete)
                        .flatMap(sample ->
                                Projection.of(
                                        settledOf(sample),
                                        sum(settled.stream()),
                                        Math.toIntExact(cycle.length() - settled.size())));
        return new Series(
                kind,
                currency,
                days,
                sum(past.days()),
                projection,
                projection.isPresent() ? Optional.empty() : Optional.of(reason(complete)));
    }

    private static NoProjection reason(boolean complete) {
        return complete ? NoProjection.TOO_FEW_SETTLED_DAYS : NoProjection.UNPRICED_USAGE;
    }

    private static List<Money> settledOf(List<Day> days) {
        return days.stream()
                .filter(day -> day.settledness() == Settledness.SETTLED)
                .flatMap(day -> day.cost().stream())
                .toList();
    }

    /// What was read whole and has no cost cost nothing.
    private Day day(LocalDate day) {
        var settledness = settledness(day);
        var cost = Optional.ofNullable(costs.get(day));
        return new Day(
                day,
                settledness == Settledness.MISSING
                        ? cost
                        : cost.or(() -> Optional.of(Money.zero(currency))),
                settledness);
    }

    private Money sum(Stream<LocalDate> days) {
        return days.flatMap(day -> Optional.ofNullable(costs.get(day)).stream())
                .reduce(Money.zero(currency), Money::plus);
    }

    private boolean isSettled(LocalDate day) {
        return settledness(day) == Settledness.SETTLED;
    }

    /// Of the least reliable of what the source says of it.
    private Settledness settledness(LocalDate day) {
        return standings.stream()
                .map(standing ->
                        standing.stretches().stream()
                                .filter(stretch -> stretch.days().contains(day))
                                .map(stretch -> stretch.settledness())
                                .findFirst()
                                .orElse(Settledness.MISSING))
                .max(Settledness::compareTo)
                .orElse(Settledness.MISSING);
    }
}
