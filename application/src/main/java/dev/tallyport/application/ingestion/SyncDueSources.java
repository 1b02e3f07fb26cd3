package dev.tallyport.application.ingestion;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.DeclaredSources;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Starts the syncs that are due, each on a thread of its own, one per source.
@ApplicationScoped
public class SyncDueSources {

    private static final Logger LOG = System.getLogger(SyncDueSources.class.getName());
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final DeclaredSources declaredSources;
    private final SyncSource syncSource;
    private final WorkOnJobs workOnJobs;
    private final InstantSource clock;
    private final Map<SourceName, Instant> troubled = new ConcurrentHashMap<>();
    private final Map<SourceName, Thread> running = new ConcurrentHashMap<>();

    SyncDueSources(
            DeclaredSources declaredSources,
            SyncSource syncSource,
            WorkOnJobs workOnJobs,
            InstantSource clock) {
        this.declaredSources = declaredSources;
        this.syncSource = syncSource;
        this.workOnJobs = workOnJobs;
        this.clock = clock;
    }

    /// Returns at once.
    public void startDue() {
        for (var source : declaredSources.all()) {
            if (!clock.instant().isBefore(troubled.getOrDefault(source.name(), Instant.MIN))) {
                start(source, true);
            }
        }
    }

    /// Starts a sync now, due or not; returns at once. `false` when one is under way here.
    public boolean startNow(DeclaredSource source) {
        return start(source, false);
    }

    private boolean start(DeclaredSource source, boolean whenDue) {
        // A platform thread: interrupting a virtual one would cut the connection to the database.
        var thread =
                Thread.ofPlatform()
                        .name("sync-" + source.name())
                        .unstarted(() -> sync(source, whenDue));
        if (running.putIfAbsent(source.name(), thread) != null) {
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
        var threads = running.values().toArray(Thread[]::new);
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
