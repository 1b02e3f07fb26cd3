package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Lease;
import dev.tallyport.application.ingestion.LeaseLostException;
import dev.tallyport.application.ingestion.Leases;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.SyncProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A lease is a row that names its owner until an instant of the database's clock. Whoever waits
/// for a batch in its transaction skips the row instead of waiting.
@ApplicationScoped
class PostgresLeases implements Leases {

    private static final String GIVEN_BACK =
            "lease_owner = null, lease_until = null, started_at = null";
    private static final String UNTIL = "clock_timestamp() + interval '30 seconds'";

    private final Database database;

    PostgresLeases(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<Lease> acquire(
            SourceId source, String owner, Optional<Instant> dueBy, Instant now) {
        var due = dueBy.orElse(null);
        var taken =
                database.update(
                        """
                        update source set lease_owner = ?, lease_until = %s, started_at = ?,
                            last_attempt_at = ?, steps_done = 0, steps_expected = 0,
                            facts_read = 0, facts_changed = 0
                        where id = (
                            select id from source
                            where id = ?
                                and (lease_until is null or lease_until < clock_timestamp()
                                    or lease_owner = ?)
                                and (?::timestamptz is null or next_attempt_at is null
                                    or next_attempt_at <= ?)
                            for update skip locked)
                        """
                                .formatted(UNTIL),
                        owner,
                        now,
                        now,
                        source.value(),
                        owner,
                        due,
                        due);
        return taken == 1 ? Optional.of(new Lease(source, owner)) : Optional.empty();
    }

    @Override
    @Transactional
    public Optional<Lease> acquire(SourceId source, String owner) {
        var taken =
                database.update(
                        """
                        update source set lease_owner = ?, lease_until = %s,
                            started_at = clock_timestamp(), steps_done = 0, steps_expected = 0,
                            facts_read = 0, facts_changed = 0
                        where id = (
                            select id from source
                            where id = ?
                                and (lease_until is null or lease_until < clock_timestamp()
                                    or lease_owner = ?)
                            for update skip locked)
                        """
                                .formatted(UNTIL),
                        owner,
                        source.value(),
                        owner);
        return taken == 1 ? Optional.of(new Lease(source, owner)) : Optional.empty();
    }

    @Override
    @Transactional
    public void leave(Lease lease) {
        change(lease, GIVEN_BACK);
    }

    @Override
    @Transactional
    public boolean renew(Lease lease, SyncProgress progress) {
        return change(
                lease,
                "lease_until = "
                        + UNTIL
                        + ", steps_done = ?, steps_expected = ?, facts_read = ?, facts_changed = ?",
                progress.steps(),
                progress.expected(),
                progress.facts(),
                progress.changed());
    }

    @Override
    @Transactional
    public void hold(Lease lease) {
        if (!change(lease, "lease_until = " + UNTIL)) {
            throw new LeaseLostException(lease);
        }
    }

    @Override
    @Transactional
    public Optional<String> checkpoint(SourceId source) {
        return database
                .query(
                        "select checkpoint from source where id = ? and checkpoint is not null",
                        row -> row.getString(1),
                        source.value())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void remember(Lease lease, String checkpoint) {
        change(lease, "checkpoint = ?", checkpoint);
    }

    @Override
    @Transactional
    public void complete(Lease lease, Instant startedAt, Instant nextAttempt) {
        end(
                lease,
                "last_complete_at = ?, next_attempt_at = ?, failures = 0, error_kind = null,"
                        + " error_message = null",
                startedAt,
                nextAttempt);
    }

    @Override
    @Transactional
    public void fail(Lease lease, SourceState.Failure failure, Instant nextAttempt) {
        end(
                lease,
                "next_attempt_at = ?, failures = failures + 1, error_kind = ?, error_message = ?",
                nextAttempt,
                failure.kind(),
                failure.message());
    }

    @Override
    @Transactional
    public void release(Lease lease) {
        end(lease, "next_attempt_at = null");
    }

    private void end(Lease lease, String changes, @Nullable Object... parameters) {
        change(lease, GIVEN_BACK + ", " + changes, parameters);
    }

    /// @return whether the lease is still held
    private boolean change(Lease lease, String changes, @Nullable Object... parameters) {
        var all = new @Nullable Object[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = lease.source().value();
        all[parameters.length + 1] = lease.owner();
        return database.update(
                        "update source set " + changes + " where id = ? and lease_owner = ?", all)
                == 1;
    }
}
