package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
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
            case Window.Instants(var start, var end) ->
                    DateRange.of(calendar.dayOf(start), calendar.dayOf(end).plusDays(1));
        };
    }
}
