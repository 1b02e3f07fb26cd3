package dev.tallyport.application.source;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// How long a source may rest between two syncs.
public final class SyncPause {

    public static final String EXPECTED =
            "an ISO-8601 duration of at least PT1S and at most P31D such as 'PT15M'";
    public static final Duration DEFAULT = Duration.ofMinutes(15);

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(31);

    private SyncPause() {}

    /// Empty for what is none.
    public static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text))
                    .filter(pause -> pause.compareTo(LEAST) >= 0 && pause.compareTo(MOST) <= 0);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
