package dev.tallyport.application.ingestion;

import java.time.Duration;

/// How long what vendors answer is kept.
///
/// @param duration zero to keep nothing; not negative
public record AnswerRetention(Duration duration) {

    public AnswerRetention {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("answers are kept for " + duration);
        }
    }

    boolean keepsAny() {
        return duration.isPositive();
    }
}
