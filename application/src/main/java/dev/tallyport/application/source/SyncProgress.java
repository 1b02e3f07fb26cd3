package dev.tallyport.application.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far a sync has come.
///
/// @param steps done so far
/// @param expected steps altogether, as far as is known now
/// @param facts read so far
/// @param changed versions written so far
public record SyncProgress(Instant startedAt, long steps, long expected, long facts, long changed) {

    /// How long it will take at the pace so far; empty while there is no pace.
    public Optional<Duration> timeLeft(Instant now) {
        if (steps <= 0 || expected < steps) {
            return Optional.empty();
        }
        var elapsed = Duration.between(startedAt, now).toMillis();
        return Optional.of(
                Duration.ofMillis(Math.round((double) elapsed * (expected - steps) / steps)));
    }
}
