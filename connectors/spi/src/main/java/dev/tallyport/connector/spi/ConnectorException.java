package dev.tallyport.connector.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The vendor could not be read. The message is for the operator, the cause for the log; neither
/// holds a secret.
public final class ConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What went wrong, deciding whether it is tried again and who hears of it.
    public enum Kind {
        /// A setting is wrong; the operator must change it.
        MISCONFIGURED,
        /// The vendor refuses the credentials, or what they may read.
        UNAUTHORIZED,
        /// The vendor asks for a slower pace, beyond what the connector waits for by itself.
        RATE_LIMITED,
        /// The vendor did not answer, or answered that it cannot.
        UNAVAILABLE,
        /// The vendor answered something that is not its documented form.
        MALFORMED_RESPONSE;

        /// Whether the same read may succeed later without anybody changing anything.
        public boolean retryable() {
            return switch (this) {
                case MISCONFIGURED, UNAUTHORIZED -> false;
                case RATE_LIMITED, UNAVAILABLE, MALFORMED_RESPONSE -> true;
            };
        }
    }

    private final Kind kind;

    public ConnectorException(Kind kind, String message) {
        this(kind, message, null);
    }

    public ConnectorException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
