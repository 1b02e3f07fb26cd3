package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.BillingPeriod;
import dev.tallyport.connector.spi.DirectoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a read is about, as far as all its parts must know.
///
/// @param cycles oldest first, at least one
/// @param current the days that every read looks at again
/// @param window the only days to look at, where they were chosen
/// @param isThorough whether it is time to look at everything again
/// @param everybody everyone and everything ever seen
record Occasion(
        Instant now,
        List<BillingPeriod> cycles,
        Span current,
        Optional<Span> window,
        boolean isThorough,
        List<DirectoryEntry> everybody) {

    /// What a regular read tells the figures of.
    private static final int LATEST = 2;

    Occasion {
        cycles = List.copyOf(cycles);
        everybody = List.copyOf(everybody);
    }

    /// The stretches that the vendor's counts are asked for: cycles that have begun, or the window.
    List<BillingPeriod> periods() {
        if (window.isPresent()) {
            return List.of(
                    new BillingPeriod(window.get().startInstant(), window.get().endInstant()));
        }
        var begun = cycles.stream().filter(cycle -> !cycle.start().isAfter(now)).toList();
        return isThorough ? begun : begun.subList(Math.max(0, begun.size() - LATEST), begun.size());
    }
}
