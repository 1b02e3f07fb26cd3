package dev.tallyport.connector.spi;

import java.time.Instant;

/// A billing cycle as the vendor states it.
///
/// @param start inclusive
/// @param end exclusive, after `start`
public record BillingPeriod(Instant start, Instant end) {

    public BillingPeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "a billing period ends at %s, not after its start %s".formatted(end, start));
        }
    }
}
