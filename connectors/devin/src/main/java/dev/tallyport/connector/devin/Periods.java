package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Billing cycles as either generation states them. One that cannot be understood fails the read:
/// days in a wrong cycle are worse than none.
final class Periods {

    private Periods() {}

    static BillingPeriod of(JsonValue item, Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw new MalformedMember(
                    item.path(),
                    "expected a cycle that ends after it starts, found " + start + " to " + end);
        }
        return new BillingPeriod(start, end);
    }

    /// The cycles oldest first, each once, on whole days. Where two overlap, the later one begins
    /// in time and cuts the earlier one short.
    static List<BillingPeriod> inOrder(List<BillingPeriod> periods) {
        var byStart = new TreeMap<LocalDate, LocalDate>();
        for (var period : periods) {
            byStart.merge(
                    Span.dayOf(period.start()),
                    Span.firstDayFrom(period.end()),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        var ordered = new ArrayList<BillingPeriod>();
        byStart.forEach((start, end) -> {
            var next = byStart.higherKey(start);
            var until = next != null && next.isBefore(end) ? next : end;
            ordered.add(new BillingPeriod(Span.startOf(start), Span.startOf(until)));
        });
        return ordered;
    }
}
