package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.ConnectorException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Parts of a read that failed. A few in a window do not keep the others from being read; what
/// fails for everybody, or for too many, ends the read.
final class Failures {

    private static final int FEW = 3;
    private static final int ONE_IN = 20;

    private final int tolerated;
    private int count;
    private int inWindow;
    private @Nullable ConnectorException first;

    Failures(int users) {
        this.tolerated = Math.max(FEW, users / ONE_IN);
    }

    /// What the part came to, or nothing when it failed and that is tolerated. Safe for any number
    /// of threads.
    <T> Optional<T> tolerating(Supplier<Optional<T>> part) {
        try {
            return part.get();
        } catch (ConnectorException e) {
            note(e);
            return Optional.empty();
        }
    }

    private synchronized void note(ConnectorException failure) {
        switch (failure.kind()) {
            case MISCONFIGURED, UNAUTHORIZED, RATE_LIMITED -> throw failure;
            case UNAVAILABLE, MALFORMED_RESPONSE -> {
                count++;
                inWindow++;
            }
        }
        if (first == null) {
            first = failure;
        }
        if (inWindow > tolerated) {
            throw failure;
        }
    }

    synchronized void beginWindow() {
        inWindow = 0;
    }

    synchronized boolean anyInWindow() {
        return inWindow > 0;
    }

    synchronized Optional<ConnectorException> summary() {
        return Optional.ofNullable(first)
                .map(failure ->
                        new ConnectorException(
                                failure.kind(),
                                "everything was read but %d parts, the first of them: %s"
                                        .formatted(count, failure.getMessage()),
                                failure));
    }
}
