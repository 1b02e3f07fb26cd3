package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Slot;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// How what a source says of one meter becomes costs: it is money as it is stated, or is priced.
///
/// @param stated what the source's own amounts say; empty when rates price the meter
/// @param dimensions what usage must be told apart by to be priced
record Billing(
        SourceName source,
        String meter,
        BillingCalendar calendar,
        Optional<MoneyKind> stated,
        Set<Dimension> dimensions) {

    Billing {
        dimensions = Set.copyOf(dimensions);
    }

    boolean isOf(SourceName otherSource, String otherMeter) {
        return source.equals(otherSource) && meter.equals(otherMeter);
    }

    /// What its costs say.
    MoneyKind kind(PriceKind prices) {
        return stated.orElseGet(() ->
                switch (prices) {
                    case LIST -> MoneyKind.LIST;
                    case CONTRACTED -> MoneyKind.CONTRACTED;
                });
    }

    /// Every day that the window reaches into, in the source's own calendar.
    DateRange daysOf(Window window) {
        return switch (window) {
            case Window.Days(var days) -> days;
            case Window.Instants(var start, var end) -> {
                var first = calendar.dayOf(start);
                yield DateRange.of(
                        first,
                        start.equals(end) ? first : calendar.dayOf(end.minusNanos(1)).plusDays(1));
            }
        };
    }

    /// What a row is priced by, all of whose days have one price; empty where it has none.
    Optional<Rate> rateOf(Row row, Window window, PriceKind prices, RateBook book) {
        return book.find(
                new Meter(meter, row.quantity().unit()),
                prices,
                dayOf(row, window),
                source,
                row.group());
    }

    /// The first that is asked about.
    private LocalDate dayOf(Row row, Window window) {
        var days = daysOf(window);
        return row.slot()
                .map(slot ->
                        switch (slot) {
                            case Slot.Days(var own) -> own.intersection(days).start();
                            case Slot.Hour(var start, _) -> calendar.dayOf(start);
                        })
                .orElse(days.start());
    }
}
