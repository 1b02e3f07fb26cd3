package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.BillingPeriod;
import java.time.Instant;

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
}
