package dev.tallyport.connector.spi;

import java.time.Instant;

/// A stretch of time.
///
/// @param start inclusive
/// @param end exclusive, after `start`
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "an interval ends at %s, not after its start %s".formatted(end, start));
        }
    }
}
