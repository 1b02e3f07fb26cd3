package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of one read, each of which may fail without the others. One that the key may not read,
/// or that the vendor does not offer, is noted; one that failed in another way fails the read once
/// all others were read. When too many fail, the vendor is down and the read ends.
final class Parts {

    private static final int MOST_FAILED = 2;

    private final Set<String> off = new HashSet<>();
    private final List<Note> notes = new ArrayList<>();
    private @Nullable ConnectorException failure;
    private int failed;

    /// Reads a part, unless it did not succeed before.
    ///
    /// @return whether it was read
    boolean attempt(String part, Runnable reading) {
        if (off.contains(part)) {
            return false;
        }
        try {
            reading.run();
            return true;
        } catch (ConnectorException e) {
            off.add(part);
            switch (e.kind()) {
                case UNAUTHORIZED, MISCONFIGURED ->
                        note(
                                part,
                                "not read; the key may not read it or this Devin does not offer"
                                        + " it: "
                                        + e.getMessage());
                case UNAVAILABLE, MALFORMED_RESPONSE -> remember(part, e);
                case RATE_LIMITED -> throw e;
            }
            return false;
        }
    }

    /// What a part that asks for many things by id throws when the vendor knows none of them.
    static ConnectorException noneKnown(String path) {
        return new ConnectorException(
                ConnectorException.Kind.MISCONFIGURED,
                "the vendor knows nothing that is asked for at " + path);
    }

    private void remember(String part, ConnectorException cause) {
        if (failure == null) {
            failure =
                    new ConnectorException(
                            cause.kind(),
                            "everything else was read, but not %s: %s"
                                    .formatted(part, cause.getMessage()),
                            cause);
        }
        failed++;
        if (failed > MOST_FAILED) {
            throw cause;
        }
    }

    void note(String part, String message) {
        notes.add(new Note(part, message));
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    /// Why some part was not read that should have been.
    Optional<ConnectorException> failure() {
        return Optional.ofNullable(failure);
    }
}
