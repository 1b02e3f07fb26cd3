package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What usage cost. Amounts of two kinds or currencies are never added, but in the estimated spend,
/// which adds up kinds and says so.
///
/// @param rows in the order of days, group, kind and currency
/// @param totals over everything asked for, one per kind and currency
/// @param estimatedSpend one per currency, over the kind in which each source's costs are reported;
///   none for list prices, which nobody is said to pay
/// @param unpriced usage that there is no rate for, and amounts in what is no currency
/// @param rates those that a price was taken from
/// @param sources how far each source can be relied on
/// @param dataVersion the newest version of the ledger that is in it
/// @param ratesVersion tells the rates that were known from any others
public record Costs(
        List<Row> rows,
        List<Total> totals,
        List<Money> estimatedSpend,
        List<Unpriced> unpriced,
        List<Used> rates,
        List<Standing> sources,
        long dataVersion,
        String ratesVersion) {

    static final Comparator<Optional<DateRange>> BY_DAYS =
            Comparator.comparing((Optional<DateRange> days) ->
                            days.map(DateRange::start).orElse(LocalDate.MIN))
                    .thenComparing(days -> days.map(DateRange::end).orElse(LocalDate.MIN));

    private static final Comparator<Row> BY_CURRENCY =
            Comparator.comparing(Row::days, BY_DAYS)
                    .thenComparing(Row::kind)
                    .thenComparing(row -> row.cost().currency().getCurrencyCode());
    private static final Comparator<Row> BY_AMOUNT =
            Comparator.comparing(row -> row.cost().amount());

    /// @param days that are added up in it; empty when nothing is told apart in time
    public record Row(Optional<DateRange> days, Group group, MoneyKind kind, Money cost) {}

    public record Total(MoneyKind kind, Money cost) {}

    /// @param group as of a row, and with its source
    public record Unpriced(
            Optional<DateRange> days, Group group, String meter, Quantity quantity) {}

    /// @param days those of the question that the rate holds on
    public record Used(Rate rate, DateRange days) {}

    /// With the rows of the same days in an order. Amounts of two kinds or currencies are never
    /// compared: those of one follow those of another.
    public Costs inOrder(Question.Order order) {
        return switch (order) {
            case GROUP -> this;
            case LARGEST_FIRST -> sorted(BY_CURRENCY.thenComparing(BY_AMOUNT.reversed()));
            case SMALLEST_FIRST -> sorted(BY_CURRENCY.thenComparing(BY_AMOUNT));
        };
    }

    /// What is equal stays in the order of groups.
    private Costs sorted(Comparator<Row> order) {
        return new Costs(
                rows.stream().sorted(order).toList(),
                totals,
                estimatedSpend,
                unpriced,
                rates,
                sources,
                dataVersion,
                ratesVersion);
    }
}
