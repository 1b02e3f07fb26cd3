package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Note;
import java.time.Instant;
import java.util.List;

/// What operators should know of the reads of a source.
public interface Notes {

    /// Keeps them, in the current transaction.
    ///
    /// @param readAt when the read began that says so
    void record(SourceId source, List<Note> notes, Instant readAt);

    /// Forgets what only earlier reads said.
    void forgetBefore(SourceId source, Instant readAt);

    /// By part.
    List<Note> of(SourceId source);
}
