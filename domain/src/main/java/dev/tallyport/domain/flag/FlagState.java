package dev.tallyport.domain.flag;

import java.time.Instant;
import java.util.Optional;

/// How a flag was set, for the enterprise or for one organization.
///
/// @param from the first instant that this holds; empty for always before
/// @param until the first instant that it no longer holds; empty for always after
public record FlagState(boolean on, Optional<Instant> from, Optional<Instant> until) {

    public FlagState {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "A flag's state must begin before it ends, but %s to %s does not."
                            .formatted(from.get(), until.get()));
        }
    }

    /// One that holds always.
    public static FlagState of(boolean on) {
        return new FlagState(on, Optional.empty(), Optional.empty());
    }

    public boolean holdsAt(Instant instant) {
        return from.map(start -> !instant.isBefore(start)).orElse(true)
                && until.map(instant::isBefore).orElse(true);
    }
}
