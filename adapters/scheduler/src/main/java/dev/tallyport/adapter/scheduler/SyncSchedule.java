package dev.tallyport.adapter.scheduler;

import dev.tallyport.application.ingestion.SyncDueSources;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Starts syncs from when the application has started until it stops, never before or after.
@ApplicationScoped
class SyncSchedule {

    private final SyncDueSources syncDueSources;
    private boolean open;

    SyncSchedule(SyncDueSources syncDueSources) {
        this.syncDueSources = syncDueSources;
    }

    synchronized void open(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        open = true;
    }

    @Scheduled(identity = "sync", every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void tick() {
        if (open) {
            syncDueSources.startDue();
        }
    }

    synchronized void close(@Observes @Priority(1) ShutdownEvent stopping) {
        open = false;
        syncDueSources.stop();
    }
}
