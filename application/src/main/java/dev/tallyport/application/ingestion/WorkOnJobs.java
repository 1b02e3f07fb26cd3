package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.Jobs.Due;
import dev.tallyport.application.ingestion.ReadSource.Result;
import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Does the parts of jobs, one at a time per source, between its syncs. A part that was not ended,
/// because its instance was killed, is done again by whoever comes next.
@ApplicationScoped
public class WorkOnJobs {

    private static final Logger LOG = System.getLogger(WorkOnJobs.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 10;
    private static final Failure KEPT_NO_LONGER =
            new Failure(
                    "UNAVAILABLE",
                    "what the vendor answered in one of the reads is kept no longer");

    private final Sources sources;
    private final Jobs jobs;
    private final Leases leases;
    private final InstanceName instance;
    private final ReadSource readSource;
    private final Reads reads;
    private final InstantSource clock;

    WorkOnJobs(
            Sources sources,
            Jobs jobs,
            Leases leases,
            InstanceName instance,
            ReadSource readSource,
            Reads reads,
            InstantSource clock) {
        this.sources = sources;
        this.jobs = jobs;
        this.leases = leases;
        this.instance = instance;
        this.readSource = readSource;
        this.reads = reads;
        this.clock = clock;
    }

    /// Does the next part that is due, if the source is nobody's at the moment. Blocks until it is
    /// done; interrupting the thread stops it.
    public void doNext(DeclaredSource declared) {
        var source = sources.register(declared.name(), declared.connector());
        if (jobs.next(source, clock.instant()).isEmpty()) {
            return;
        }
        leases.acquire(source, instance.value())
                .ifPresent(lease -> {
                    try {
                        // Somebody else may have done it in between.
                        jobs.next(source, clock.instant())
                                .ifPresent(due -> work(declared, lease, due));
                    } finally {
                        leases.leave(lease);
                    }
                });
    }

    private void work(DeclaredSource declared, Lease lease, Due due) {
        switch (due.part()) {
            case Jobs.Part.Window(var interval) -> read(declared, lease, due, interval);
            case Jobs.Part.Repeat(var read) ->
                    reads.repeatable(read)
                            .ifPresentOrElse(
                                    earlier -> repeat(declared, lease, due, earlier),
                                    () -> jobs.skip(due, KEPT_NO_LONGER, clock.instant()));
        }
    }

    private void read(DeclaredSource declared, Lease lease, Due due, Interval window) {
        var startedAt = clock.instant();
        switch (readSource.read(
                declared, lease, startedAt, Optional.of(window), () -> jobs.isOpen(due.job()))) {
            case Result.Complete(var counts) -> jobs.done(due, counts, clock.instant());
            case Result.Failed(var failure, var retryable) -> fail(due, failure, retryable);
            case Result.Stopped _, Result.Lost _ -> {}
        }
    }

    /// A read that cannot be repeated holds up none of the later ones: the last of them must count.
    private void repeat(DeclaredSource declared, Lease lease, Due due, Reads.Kept earlier) {
        switch (readSource.repeat(declared, lease, earlier, () -> jobs.isOpen(due.job()))) {
            case Result.Complete(var counts) -> jobs.done(due, counts, clock.instant());
            case Result.Failed(var failure, _) -> {
                if (earlier.wasComplete()) {
                    jobs.skip(due, failure, clock.instant());
                } else {
                    jobs.done(due, Counts.NONE, clock.instant());
                }
            }
            case Result.Stopped _, Result.Lost _ -> {}
        }
    }

    private void fail(Due due, Failure failure, boolean retryable) {
        int failures = jobs.failed(due, failure);
        var now = clock.instant();
        if (retryable && failures < MOST_FAILURES) {
            jobs.postpone(due.job(), now.plus(Pauses.after(failures - 1, LONGEST_PAUSE)));
        } else {
            jobs.giveUp(due.job(), now);
            LOG.log(
                    Level.WARNING,
                    "job given up: job={0} part={1} failures={2}",
                    due.job(),
                    due.number(),
                    failures);
        }
    }
}
