package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.Optional;

/// How a source stands.
///
/// @param running the sync under way, if one is
/// @param lastCompleteAt when the last sync began that read everything it should; a failed one
///   never moves it
/// @param failures how many syncs failed since
/// @param lastFailure of the last sync, if it failed
public record SourceState(
        SourceId id,
        SourceName name,
        String connector,
        Optional<SyncProgress> running,
        Optional<Instant> lastAttemptAt,
        Optional<Instant> lastCompleteAt,
        Optional<Instant> nextAttemptAt,
        int failures,
        Optional<Failure> lastFailure) {

    /// Why a sync failed.
    ///
    /// @param kind a `ConnectorException.Kind`, or `INTERNAL`
    /// @param message for the operator
    public record Failure(String kind, String message) {}
}
