package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.ConnectorException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A read on a thread of its own.
final class ReadingThread {

    /// The SPI asks for a second; a busy machine is no failure.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Trial trial;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    private volatile boolean flagged;

    ReadingThread(Trial trial, Fixture fixture) {
        this.trial = trial;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                trial.begin(trial.request(fixture.now()));
                            } catch (RuntimeException | Error failure) {
                                thrown.set(failure);
                            } finally {
                                flagged = Thread.currentThread().isInterrupted();
                            }
                        });
    }

    /// @return how many batches were stored before
    int interrupt() throws InterruptedException {
        int batches = trial.ledger().batches();
        thread.interrupt();
        await();
        return batches;
    }

    void await() throws InterruptedException {
        thread.join(PATIENCE);
        var failure = thrown.get();
        Breach.unless(
                !thread.isAlive(),
                "a read ends within a second of its interruption",
                "it runs on after " + PATIENCE,
                "wait with methods that throw InterruptedException, and let it end the read");
        Breach.unless(
                flagged && !(failure instanceof ConnectorException),
                "an interrupted read leaves the thread's flag set, and is no failure of the"
                        + " vendor's",
                "flag %s, %s"
                        .formatted(
                                flagged ? "set" : "cleared",
                                failure == null ? "nothing thrown" : "thrown " + failure),
                "call Thread.currentThread().interrupt() and throw a CancellationException, as"
                        + " VendorApi does; do not catch it");
    }

    void requireNothingAfter(int batches) throws InterruptedException {
        Thread.sleep(100);
        trial.requireLawful();
        Breach.unless(
                trial.ledger().batches() <= batches,
                "no batch after the interruption",
                trial.ledger().batches() - batches + " more",
                "let the interruption end the read, and with it every thread that it started");
    }
}
