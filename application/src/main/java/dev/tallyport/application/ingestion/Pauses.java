package dev.tallyport.application.ingestion;

import java.time.Duration;

/// How long is waited before something that failed is tried again.
final class Pauses {

    private static final Duration FIRST = Duration.ofSeconds(30);

    private Pauses() {}

    /// Doubles with every failure in a row, up to the longest.
    ///
    /// @param earlier how many failures there were before this one
    static Duration after(int earlier, Duration longest) {
        var pause = FIRST.multipliedBy(1L << Math.min(earlier, 16));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
