package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.FocusCharge.Period;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Slot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Rows of usage, each of one source and cut by that source's own calendar, as charges.
///
/// @param names of organizations, as far as they may be seen
record UsageCharges(
        Window window,
        Map<SourceName, SourceOrigin> origins,
        Map<VendorOrganization, String> names) {

    /// Of what costs money by way of something that is bought in advance.
    private static final Set<String> METERS_OF_VIRTUAL_CURRENCIES =
            Set.of("acus", "virtual-currency");

    FocusCharge of(Row row) {
        var source = new SourceName(row.group().value(Dimension.SOURCE).orElseThrow());
        var origin = Optional.ofNullable(origins.get(source)).orElseThrow();
        var charged = charged(row, origin.calendar());
        var meter = row.measure().meter();
        var quantity = Optional.of(row.quantity());
        var money = row.measure().money();
        var used = quantity.filter(_ -> money.isEmpty());
        return new FocusCharge(
                source.value(),
                origin.vendor(),
                charged,
                cycleOf(charged.start(), origin.calendar()),
                meter,
                row.group(),
                row.group()
                        .value(Dimension.ORGANIZATION)
                        .map(id -> new VendorOrganization(source, id))
                        .flatMap(organization -> Optional.ofNullable(names.get(organization))),
                used,
                used.filter(_ -> METERS_OF_VIRTUAL_CURRENCIES.contains(meter)),
                money.map(kind -> Map.of(kind, row.quantity())).orElseGet(Map::of));
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
