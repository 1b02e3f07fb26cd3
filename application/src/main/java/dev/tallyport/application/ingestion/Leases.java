package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.SyncProgress;
import java.time.Instant;
import java.util.Optional;

/// Who may write which source now. A lease that is not renewed runs out by the database's clock.
public interface Leases {

    /// Takes the lease of a source unless another owner holds it. Never waits.
    ///
    /// @param dueBy when given, only if the next attempt is due by then
    Optional<Lease> acquire(SourceId source, String owner, Optional<Instant> dueBy, Instant now);

    /// Takes the lease of a source unless another owner holds it, for work beside its syncs: when
    /// these are due stays as it is. Never waits.
    Optional<Lease> acquire(SourceId source, String owner);

    /// Gives the lease back; when the next sync is due stays as it is.
    void leave(Lease lease);

    /// Keeps the lease for another while and publishes the progress; `false` when it was lost.
    boolean renew(Lease lease, SyncProgress progress);

    /// Keeps the lease until the end of the current transaction at least; no other owner can take
    /// it before.
    ///
    /// @throws LeaseLostException when it was lost, so that nothing is written
    void hold(Lease lease);

    /// What the last read of the source left behind to be remembered.
    Optional<String> checkpoint(SourceId source);

    /// Stores what is to be remembered, in the current transaction.
    void remember(Lease lease, String checkpoint);

    /// Ends a sync that read everything.
    void complete(Lease lease, Instant startedAt, Instant nextAttempt);

    /// Ends a sync that did not.
    void fail(Lease lease, SourceState.Failure failure, Instant nextAttempt);

    /// Ends a sync that was told to stop; it is due again at once.
    void release(Lease lease);
}
