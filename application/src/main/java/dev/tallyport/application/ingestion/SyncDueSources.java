package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.application.source.ManagedSources;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Starts the syncs that are due, each on a thread of its own, one per source.
@ApplicationScoped
public class SyncDueSources {

    private static final Logger LOG = System.getLogger(SyncDueSources.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final DeclaredSources declaredSources;
    private final SyncSource syncSource;
    private final WorkOnJobs workOnJobs;
    private final Jobs jobs;
    private final ManagedSources managedSources;
    private final InstantSource clock;
    private final Map<SourceName, Instant> troubled = new ConcurrentHashMap<>();
    private final Map<SourceName, Running> running = new ConcurrentHashMap<>();
    private Instant listAgainAt = Instant.MIN;

    /// A sync, or work on a job, that is under way here.
    private record Running(DeclaredSource source, Thread thread, AtomicBoolean stopping) {

        /// Asks once, since what it writes on its way out must not be cut off.
        void stop() {
            if (stopping.compareAndSet(false, true)) {
                thread.interrupt();
            }
        }
    }

    SyncDueSources(
            DeclaredSources declaredSources,
            SyncSource syncSource,
            WorkOnJobs workOnJobs,
            Jobs jobs,
            ManagedSources managedSources,
            InstantSource clock) {
        this.declaredSources = declaredSources;
        this.syncSource = syncSource;
        this.workOnJobs = workOnJobs;
        this.jobs = jobs;
        this.managedSources = managedSources;
        this.clock = clock;
    }

    /// Starts what is due, and asks every sync to stop whose source is to be read no longer, or
    /// with other settings. Returns at once.
    public void startDue() {
        if (clock.instant().isBefore(listAgainAt)) {
            return;
        }
        List<DeclaredSource> declared;
        Set<SourceName> resting;
        try {
            declared = declaredSources.all();
            resting = jobs.resting(clock.instant());
        } catch (RuntimeException e) {
            listAgainAt = clock.instant().plus(AFTER_TROUBLE);
            LOG.log(
                    Level.ERROR,
                    "sources could not be listed: reason={0} again in={1}",
                    e.getMessage(),
                    AFTER_TROUBLE);
            return;
        }
        running.values().stream()
                .filter(one -> !declared.contains(one.source()))
                .forEach(Running::stop);
        for (var source : declared) {
            if (!resting.contains(source.name())
                    && !clock.instant()
                            .isBefore(troubled.getOrDefault(source.name(), Instant.MIN))) {
                start(source, true);
            }
        }
    }

    /// Starts a sync now, due or not, or right after what is under way; returns at once.
    public void startNow(DeclaredSource source) {
        if (!start(source, false)) {
            managedSources.hasten(source.name());
        }
    }

    private boolean start(DeclaredSource source, boolean whenDue) {
        // A platform thread: interrupting a virtual one would cut the connection to the database.
        var thread =
                Thread.ofPlatform()
                        .name("sync-" + source.name())
                        .unstarted(() -> sync(source, whenDue));
        if (running.putIfAbsent(source.name(), new Running(source, thread, new AtomicBoolean()))
                != null) {
            return false;
        }
        thread.start();
        return true;
    }

    private void sync(DeclaredSource source, boolean whenDue) {
        try {
            var outcome = syncSource.sync(source, whenDue);
            if (outcome instanceof SyncOutcome.NotNow) {
                workOnJobs.doNext(source);
            }
            troubled.remove(source.name());
        } catch (RuntimeException e) {
            troubled.put(source.name(), clock.instant().plus(AFTER_TROUBLE));
            LOG.log(
                    Level.ERROR,
                    "sync could not be started or ended: source={0} reason={1} again in={2}",
                    source.name(),
                    e.getMessage(),
                    AFTER_TROUBLE);
        } finally {
            running.remove(source.name());
        }
    }

    /// Asks every sync to stop and waits until it did, so that its lease is free at once.
    public void stop() {
        var threads = running.values().stream().map(Running::thread).toArray(Thread[]::new);
        for (var thread : threads) {
            thread.interrupt();
        }
        for (var thread : threads) {
            try {
                thread.join(STOP);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
