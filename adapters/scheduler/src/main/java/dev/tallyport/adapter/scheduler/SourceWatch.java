package dev.tallyport.adapter.scheduler;

import dev.tallyport.application.health.WatchLateness;
import dev.tallyport.application.ingestion.ForgetAnswers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/// Has late sources noticed, and answers forgotten that were kept long enough.
@ApplicationScoped
class SourceWatch {

    private final WatchLateness watchLateness;
    private final ForgetAnswers forgetAnswers;

    SourceWatch(WatchLateness watchLateness, ForgetAnswers forgetAnswers) {
        this.watchLateness = watchLateness;
        this.forgetAnswers = forgetAnswers;
    }

    @Scheduled(
            identity = "lateness",
            every = "30s",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void watch() {
        watchLateness.watch();
    }

    @Scheduled(
            identity = "answers",
            every = "1h",
            delayed = "2m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        forgetAnswers.forget();
    }
}
