package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.ConnectorException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

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

    /// The cycles oldest first, each once.
    static List<BillingPeriod> inOrder(String request, List<BillingPeriod> periods) {
        var ordered =
                periods.stream()
                        .distinct()
                        .sorted(Comparator.comparing(BillingPeriod::start))
                        .toList();
        var until = LocalDate.MIN;
        for (var period : ordered) {
            var first = Span.dayOf(period.start());
            var end = Span.dayOf(period.end());
            if (first.isBefore(until) || !first.isBefore(end)) {
                throw new ConnectorException(
                        ConnectorException.Kind.MALFORMED_RESPONSE,
                        "GET %s: expected cycles of at least a day that do not overlap, found %s to %s"
                                .formatted(request, period.start(), period.end()));
            }
            until = end;
        }
        return ordered;
    }
}
