package dev.tallyport.domain.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far the figures of one day can be relied on.
public enum Settledness {

    /// The day was read whole after its source had stopped changing it. Reading it again does not
    /// unsettle it.
    SETTLED,

    /// The day was read whole, but so early that its source may still change it.
    PROVISIONAL,

    /// The day was never read whole. Whatever is known of it is not its total, and nothing known is
    /// not zero.
    MISSING;

    /// @param horizon how long after a day's end its source may still change it
    /// @param readAt when the day was last read whole, if ever
    public static Settledness of(Instant endOfDay, Duration horizon, Optional<Instant> readAt) {
        if (horizon.isNegative()) {
            throw new IllegalArgumentException(
                    "A horizon is zero or longer, but " + horizon + " is not.");
        }
        var settles = endOfDay.plus(horizon);
        return readAt.map(read -> read.isBefore(settles) ? PROVISIONAL : SETTLED).orElse(MISSING);
    }
}
