package dev.tallyport.application.outcome;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// There is no answer for now, though nothing is wrong with what was asked. Nothing was changed.
public final class NotNowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Duration BREATH = Duration.ofSeconds(5);

    private final Duration retryAfter;

    private NotNowException(String reason, Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.retryAfter = retryAfter;
    }

    /// @param limit how long an answer may take
    public static NotNowException tookTooLong(Duration limit, Throwable cause) {
        return new NotNowException(
                "The answer took longer than %s; narrow the window or the grouping"
                        .formatted(seconds(limit)),
                limit,
                cause);
    }

    public static NotNowException tooBusy(Throwable cause) {
        return new NotNowException(
                "Too much is being asked at once; ask again in a moment", BREATH, cause);
    }

    /// @param most how many may be on their way at once
    public static NotNowException tooManyFiles(int most) {
        return new NotNowException(
                "%d files are on their way already; ask again when one has been taken"
                        .formatted(most),
                BREATH,
                null);
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    /// Why, and what to do; for whoever asked.
    public String reason() {
        return String.valueOf(getMessage());
    }

    /// How long to wait before asking again.
    public Duration retryAfter() {
        return retryAfter;
    }
}
