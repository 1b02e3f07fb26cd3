package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Checkpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far earlier reads came. Whatever cannot be understood in a checkpoint, or lies in the
/// future, was never reached.
final class Bookmark {

    /// When all of history was last compared.
    static final String COMPARED = "compared";

    /// Until when updates of sessions were read.
    static final String SESSIONS = "sessions";

    /// Until when audit events were read.
    static final String AUDIT_EVENTS = "audit-events";

    private static final List<String> NAMES = List.of(COMPARED, SESSIONS, AUDIT_EVENTS);

    private final Map<String, Instant> reached = new TreeMap<>();

    private Bookmark() {}

    static Bookmark of(Optional<Checkpoint> checkpoint, Instant now) {
        var bookmark = new Bookmark();
        for (var mark : checkpoint.map(Checkpoint::value).orElse("").split(";", -1)) {
            var name = mark.substring(0, Math.max(0, mark.indexOf('=')));
            if (NAMES.contains(name)) {
                instant(mark.substring(name.length() + 1))
                        .filter(instant -> !instant.isAfter(now))
                        .ifPresent(instant -> bookmark.reached.put(name, instant));
            }
        }
        return bookmark;
    }

    Optional<Instant> reached(String name) {
        return Optional.ofNullable(reached.get(name));
    }

    /// The checkpoint of having come so far, and everything else as it was.
    Checkpoint at(String name, Instant until) {
        reached.put(name, until);
        return new Checkpoint(
                reached.entrySet().stream()
                        .map(mark -> mark.getKey() + "=" + mark.getValue())
                        .collect(Collectors.joining(";")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
