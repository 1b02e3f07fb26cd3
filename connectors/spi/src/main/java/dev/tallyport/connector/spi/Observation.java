package dev.tallyport.connector.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A figure that the vendor states and that is no usage: how long its queue is, how many people it
/// counts as active, what a limit is. It replaces the earlier one of its name, interval and
/// dimensions.
///
/// Of everybody and over an interval, the platform compares these with what it counts itself from
/// the activities that began in that interval: `sessions`, `searches`, `pull-requests-created`,
/// `pull-requests-merged` (those whose attribute `state` is `merged`) and `active-users` (people
/// who had a session or a search; programs are none).
///
/// @param name lower-case letters, digits and dashes, such as `queue-size`
/// @param start inclusive
/// @param end exclusive; equal to `start` for what holds at that instant
/// @param dimensions whom it is stated of; empty for everybody
/// @param unit what one of it is, such as `user` or `USD`
/// @param word what the vendor says beside the figure, such as `elevated`
public record Observation(
        String name,
        Instant start,
        Instant end,
        Map<Dimension, String> dimensions,
        BigDecimal value,
        String unit,
        Optional<String> word) {

    public Observation {
        dimensions = Map.copyOf(dimensions);
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "an observation is named by lower-case letters, digits and dashes, found '"
                            + name
                            + "'");
        }
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "observation '%s' ends at %s, before its start %s".formatted(name, end, start));
        }
    }
}
