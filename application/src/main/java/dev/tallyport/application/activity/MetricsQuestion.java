package dev.tallyport.application.activity;

import dev.tallyport.domain.access.Visibility;
import java.time.Instant;

/// What is to be counted, and as whom. An activity counts when it began.
///
/// @param visibility of metrics
/// @param start inclusive
/// @param end exclusive
public record MetricsQuestion(
        Visibility visibility, Instant start, Instant end, ActivityFilter filter) {

    public MetricsQuestion {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "A window must not end before it starts, but %s to %s does."
                            .formatted(start, end));
        }
    }
}
