package dev.tallyport.application.health;

import dev.tallyport.application.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to sources that somebody should hear of. Each method is a transaction of its own.
public interface SourceEvents {

    /// What happened.
    enum Kind {
        /// The data became older than the connector declares.
        LATE,
        /// They are no longer.
        RECOVERED
    }

    record Event(Kind kind, Instant at, String message) {}

    /// Since when the source is late.
    Optional<Instant> lateSince(SourceId source);

    /// Keeps that the source is late, once until it has recovered, whoever says so how often.
    ///
    /// @return whether that is news
    boolean late(SourceId source, Instant at, String message);

    /// Keeps that it no longer is.
    ///
    /// @return whether that is news
    boolean recovered(SourceId source, Instant at, String message);

    /// The last ones first.
    List<Event> latest(SourceId source, int most);
}
