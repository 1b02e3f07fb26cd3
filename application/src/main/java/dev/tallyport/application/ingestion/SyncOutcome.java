package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceState;

/// What an attempt to sync a source came to.
public sealed interface SyncOutcome {

    /// Everything that should be read was read and stored.
    record Complete(Counts counts) implements SyncOutcome {}

    /// The read stopped; what was stored before stays.
    record Failed(SourceState.Failure failure) implements SyncOutcome {}

    /// Another sync of the source is under way, here or elsewhere, or it is not due.
    record NotNow() implements SyncOutcome {}

    /// This instance is shutting down, or lost the source to another.
    record Stopped() implements SyncOutcome {}
}
