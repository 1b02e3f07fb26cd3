package dev.tallyport.application.pricing;

import dev.tallyport.application.pricing.Costs.Row;
import dev.tallyport.application.pricing.Costs.Total;
import dev.tallyport.application.pricing.Costs.Unpriced;
import dev.tallyport.application.pricing.Costs.Used;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Turns answers about usage into costs, and adds them up as was asked.
final class Pricing {

    private static final Map<String, Currency> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, one -> one));

    private record Cell(Optional<DateRange> days, Group group, MoneyKind kind, String currency) {}

    private record Gap(Optional<DateRange> days, Group group, Meter meter) {}

    private final CostQuestion question;
    private final RateBook book;
    private final Map<Cell, Money> costs = new HashMap<>();
    private final Map<Gap, Quantity> unpriced = new HashMap<>();
    private final Map<Rate, DateRange> used = new HashMap<>();
    private final List<Standing> standings = new ArrayList<>();
    private long dataVersion;

    Pricing(CostQuestion question, RateBook book) {
        this.question = question;
        this.book = book;
    }

    /// @param asked what the answer tells apart by source, and by whatever rates name
    void add(List<Billing> asked, Answer answer) {
        dataVersion = Math.max(dataVersion, answer.dataVersion());
        for (var billing : asked) {
            answer.sources().stream()
                    .filter(standing -> billing.isOf(standing.source(), standing.meter()))
                    .findFirst()
                    .ifPresent(standing -> {
                        standings.add(standing);
                        var days = billing.daysOf(question.window());
                        answer.tables().getFirst().rows().stream()
                                .filter(row -> isOf(billing, row))
                                .forEach(row -> add(billing, days, row));
                    });
        }
    }

    private static boolean isOf(Billing billing, Answer.Row row) {
        return row.measure().meter().equals(billing.meter())
                && row.group()
                        .value(Dimension.SOURCE)
                        .equals(Optional.of(billing.source().value()));
    }

    private void add(Billing billing, DateRange window, Answer.Row row) {
        var answered = row.slot().map(Pricing::daysOf);
        var days = answered.flatMap(one -> asAsked(one, billing));
        var group = asAsked(row.group());
        var cost = cost(billing, window, row);
        if (cost.isPresent()) {
            var money = cost.get();
            costs.merge(
                    new Cell(
                            days,
                            group,
                            billing.kind(question.prices()),
                            money.currency().getCurrencyCode()),
                    money,
                    Money::plus);
        } else {
            var meter = new Meter(billing.meter(), row.quantity().unit());
            var ofSource = group.with(Dimension.SOURCE, billing.source().value());
            unpriced.merge(new Gap(days, ofSource, meter), row.quantity(), Quantity::plus);
        }
    }

    private Optional<Money> cost(Billing billing, DateRange window, Answer.Row row) {
        var quantity = row.quantity();
        if (billing.stated().isPresent()) {
            return Optional.ofNullable(CURRENCIES.get(quantity.unit().symbol()))
                    .map(currency -> new Money(quantity.amount(), currency));
        }
        var rate = billing.rateOf(row, question.window(), question.prices(), book);
        rate.ifPresent(one -> use(one, window));
        return rate.map(one -> one.terms().price().times(quantity.amount()));
    }

    private static DateRange daysOf(Slot slot) {
        return switch (slot) {
            case Slot.Days(var days) -> days;
            case Slot.Hour _ -> throw new IllegalStateException("no hours are asked for");
        };
    }

    private void use(Rate rate, DateRange window) {
        rate.terms()
                .days()
                .within(window)
                .ifPresent(range -> used.merge(rate, range, DateRange::hull));
    }

    private Optional<DateRange> asAsked(DateRange answered, Billing billing) {
        return question.grouping()
                .bucket()
                .map(bucket -> bucket.containing(answered.start(), billing.calendar()));
    }

    /// Somebody who is nobody's stays told apart by user and source where persons are.
    private Group asAsked(Group answered) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(question.grouping().dimensions());
        if (dimensions.contains(Dimension.PERSON)
                && answered.value(Dimension.PERSON).isEmpty()
                && answered.value(Dimension.USER).isPresent()) {
            dimensions.addAll(Set.of(Dimension.USER, Dimension.SOURCE));
        }
        return answered.onto(dimensions);
    }

    Costs costs(String ratesVersion) {
        return new Costs(
                rows(),
                totals(),
                question.prices() == PriceKind.CONTRACTED ? spend() : List.of(),
                gaps(),
                used.entrySet().stream()
                        .map(one -> new Used(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparingLong(one -> one.rate().id()))
                        .toList(),
                List.copyOf(standings),
                dataVersion,
                ratesVersion);
    }

    private List<Row> rows() {
        return costs.entrySet().stream()
                .map(cost ->
                        new Row(
                                cost.getKey().days(),
                                cost.getKey().group(),
                                cost.getKey().kind(),
                                cost.getValue()))
                .sorted(
                        Comparator.comparing(Row::days, Costs.BY_DAYS)
                                .thenComparing(Row::group)
                                .thenComparing(Row::kind)
                                .thenComparing(row -> row.cost().currency().getCurrencyCode()))
                .toList();
    }

    private List<Total> totals() {
        var totals = new TreeMap<MoneyKind, TreeMap<String, Money>>();
        costs.forEach((cell, cost) ->
                totals.computeIfAbsent(cell.kind(), _ -> new TreeMap<>())
                        .merge(cell.currency(), cost, Money::plus));
        var flat = new ArrayList<Total>();
        totals.forEach((kind, byCurrency) ->
                byCurrency.values().forEach(cost -> flat.add(new Total(kind, cost))));
        return flat;
    }

    private List<Money> spend() {
        var spend = new TreeMap<String, Money>();
        costs.forEach((cell, cost) -> spend.merge(cell.currency(), cost, Money::plus));
        return List.copyOf(spend.values());
    }

    private List<Unpriced> gaps() {
        return unpriced.entrySet().stream()
                .filter(gap -> !gap.getValue().isZero())
                .map(gap ->
                        new Unpriced(
                                gap.getKey().days(),
                                gap.getKey().group(),
                                gap.getKey().meter().id(),
                                gap.getValue()))
                .sorted(
                        Comparator.comparing(Unpriced::days, Costs.BY_DAYS)
                                .thenComparing(Unpriced::group)
                                .thenComparing(Unpriced::meter))
                .toList();
    }
}
