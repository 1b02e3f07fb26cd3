package dev.tallyport.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One measured quantity as the vendor stated it.
///
/// @param cut the id of the cut it belongs to
/// @param key stable and unique within the cut of one source, at most 1024 bytes; the vendor's id,
///   or made from what identifies the fact
/// @param start inclusive; for a day, the instant at which the vendor's day begins
/// @param end exclusive, after `start`
/// @param dimensions values of the cut's dimensions; one that is missing does not apply or is not
///   known to the vendor
/// @param quantity exact; at most 20 digits before the point and 40 behind it
/// @param unit what one of it is, where the cut leaves that to its facts; else empty
public record UsageFact(
        String cut,
        String key,
        Instant start,
        Instant end,
        Map<Dimension, String> dimensions,
        BigDecimal quantity,
        Optional<String> unit) {

    public UsageFact {
        dimensions = Map.copyOf(dimensions);
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "fact '%s' ends at %s, not after its start %s".formatted(key, end, start));
        }
    }

    /// A quantity in the cut's unit.
    public UsageFact(
            String cut,
            String key,
            Instant start,
            Instant end,
            Map<Dimension, String> dimensions,
            BigDecimal quantity) {
        this(cut, key, start, end, dimensions, quantity, Optional.empty());
    }
}
