package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.ReadSource.Result;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.application.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Reads one source from where it stands to now.
@ApplicationScoped
public class SyncSource {

    private final Sources sources;
    private final Leases leases;
    private final InstanceName instance;
    private final ReadSource readSource;
    private final Notes notes;
    private final Jobs jobs;
    private final InstantSource clock;

    SyncSource(
            Sources sources,
            Leases leases,
            InstanceName instance,
            ReadSource readSource,
            Notes notes,
            Jobs jobs,
            InstantSource clock) {
        this.sources = sources;
        this.leases = leases;
        this.instance = instance;
        this.readSource = readSource;
        this.notes = notes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Blocks until the sync has ended. Interrupting the thread stops it; what was stored stays.
    ///
    /// @param whenDue whether to do nothing before the next attempt is due
    public SyncOutcome sync(DeclaredSource declared, boolean whenDue) {
        var now = clock.instant();
        var source = sources.register(declared.name(), declared.connector());
        if (jobs.isReplaying(source)) {
            return new SyncOutcome.NotNow();
        }
        return leases.acquire(source, instance.value(), dueBy(whenDue, now), now)
                .map(lease -> read(declared, lease, now))
                .orElseGet(SyncOutcome.NotNow::new);
    }

    private static Optional<Instant> dueBy(boolean whenDue, Instant now) {
        return whenDue ? Optional.of(now) : Optional.empty();
    }

    private SyncOutcome read(DeclaredSource declared, Lease lease, Instant startedAt) {
        return switch (readSource.read(declared, lease, startedAt, Optional.empty(), () -> true)) {
            case Result.Complete(var counts) -> {
                notes.forgetBefore(lease.source(), startedAt);
                leases.complete(lease, startedAt, startedAt.plus(declared.every()));
                yield new SyncOutcome.Complete(counts);
            }
            case Result.Failed(var failure, var retryable) ->
                    fail(lease, failure, retryable ? retryPause(declared) : declared.every());
            case Result.Stopped _ -> {
                leases.release(lease);
                yield new SyncOutcome.Stopped();
            }
            case Result.Lost _ -> new SyncOutcome.Stopped();
        };
    }

    private SyncOutcome fail(Lease lease, Failure failure, Duration pause) {
        leases.fail(lease, failure, clock.instant().plus(pause));
        return new SyncOutcome.Failed(failure);
    }

    private Duration retryPause(DeclaredSource declared) {
        var failures = sources.find(declared.name()).map(state -> state.failures()).orElse(0);
        return Pauses.after(failures, declared.every());
    }
}
