package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.FocusCharge.Period;
import dev.tallyport.application.pricing.PriceUsage.Priced;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Usage and its price, each of one source and cut by that source's own calendar, as charges.
record UsageCharges(Window window, Map<SourceName, SourceOrigin> origins) {

    /// Of what costs money by way of something that is bought in advance.
    private static final Set<String> METERS_OF_VIRTUAL_CURRENCIES =
            Set.of("acus", "virtual-currency");

    /// One for each currency that it costs anything in; what was used is in the first.
    List<FocusCharge> of(Named<Priced> named) {
        var priced = named.row();
        var row = priced.row();
        var organization = named.names().of(row.group(), Dimension.ORGANIZATION);
        var costs =
                row.measure()
                        .money()
                        .map(kind -> List.of(Map.of(kind, row.quantity())))
                        .orElseGet(() -> costs(priced));
        var used = Optional.of(row.quantity()).filter(_ -> row.measure().money().isEmpty());
        var charges = new ArrayList<FocusCharge>();
        charges.add(charge(row, organization, used, costs.isEmpty() ? Map.of() : costs.getFirst()));
        costs.stream()
                .skip(1)
                .map(more -> charge(row, organization, Optional.empty(), more))
                .forEach(charges::add);
        return charges;
    }

    /// Together what is of one currency, that of the contract first.
    private static List<Map<MoneyKind, Quantity>> costs(Priced priced) {
        var costs = new LinkedHashMap<Unit, Map<MoneyKind, Quantity>>();
        for (var kind : List.of(MoneyKind.CONTRACTED, MoneyKind.LIST)) {
            Optional.ofNullable(priced.costs().get(kind))
                    .map(UsageCharges::quantity)
                    .ifPresent(cost ->
                            costs.computeIfAbsent(cost.unit(), _ -> new EnumMap<>(MoneyKind.class))
                                    .put(kind, cost));
        }
        return List.copyOf(costs.values());
    }

    private static Quantity quantity(Money money) {
        return new Quantity(money.amount(), new Unit(money.currency().getCurrencyCode()));
    }

    private FocusCharge charge(
            Row row,
            Optional<String> organization,
            Optional<Quantity> used,
            Map<MoneyKind, Quantity> costs) {
        var source = new SourceName(row.group().value(Dimension.SOURCE).orElseThrow());
        var origin = Optional.ofNullable(origins.get(source)).orElseThrow();
        var charged = charged(row, origin.calendar());
        var meter = row.measure().meter();
        return new FocusCharge(
                source.value(),
                origin.vendor(),
                charged,
                cycleOf(charged.start(), origin.calendar()),
                meter,
                row.group(),
                organization,
                used,
                used.filter(_ -> METERS_OF_VIRTUAL_CURRENCIES.contains(meter)),
                costs);
    }

    private Period charged(Row row, BillingCalendar calendar) {
        return row.slot()
                .map(slot ->
                        switch (slot) {
                            case Slot.Days(var days) -> charged(days, calendar);
                            case Slot.Hour(var start, var end) -> new Period(start, end);
                        })
                .orElseGet(() ->
                        switch (window) {
                            case Window.Days(var days) -> period(days, calendar);
                            case Window.Instants(var start, var end) -> new Period(start, end);
                        });
    }

    /// As much of these days as the window reaches into, its last day whole.
    private Period charged(DateRange days, BillingCalendar calendar) {
        return switch (window) {
            case Window.Days(var asked) -> period(days.intersection(asked), calendar);
            case Window.Instants(var start, var end) -> {
                var asked =
                        DateRange.of(
                                calendar.dayOf(start),
                                calendar.dayOf(end.minusNanos(1)).plusDays(1));
                var period = period(days.intersection(asked), calendar);
                yield period.start().isBefore(start) ? new Period(start, period.end()) : period;
            }
        };
    }

    private static Period period(DateRange days, BillingCalendar calendar) {
        return new Period(calendar.startOf(days.start()), calendar.startOf(days.end()));
    }

    private static Period cycleOf(Instant instant, BillingCalendar calendar) {
        return period(calendar.cycleContaining(instant).days(), calendar);
    }
}
