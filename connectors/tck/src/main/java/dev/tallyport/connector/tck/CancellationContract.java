package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.ConnectorException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A read whose thread is interrupted ends at once, says so, and hands over nothing more.
public interface CancellationContract extends Contract {

    /// The SPI asks for a second; a busy machine is no failure.
    Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    default void aReadThatWaitsForTheVendorEndsWhenInterrupted() throws InterruptedException {
        try (var fixture = fixture()) {
            int half = Trial.asked(fixture, new Trial(fixture), fixture.now()).size() / 2;
            var stalled = new CountDownLatch(1);
            fixture.vendor()
                    .attack(
                            ((Attack)
                                            (_, honest) -> {
                                                stalled.countDown();
                                                return Optional.of(
                                                        honest.delivered(Response.Delivery.NEVER));
                                            })
                                    .from(half));
            var trial = new Trial(fixture);
            var reading = new Reading(trial, fixture);
            stalled.await();

            int batches = reading.interrupt();

            requireNothingAfter(trial, batches);
            fixture.vendor().heal();
            trial.read();
            trial.requireTruth("after an interrupted read and one more", FaultContract.REMEDY);
        }
    }

    @Test
    default void aReadThatWaitsToTryAgainEndsWhenInterrupted() throws InterruptedException {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);
            var waiting = new CountDownLatch(1);
            fixture.vendor()
                    .attack((_, _) -> {
                        waiting.countDown();
                        return Optional.of(Response.status(429).withHeader("Retry-After", "30"));
                    });
            var reading = new Reading(trial, fixture);
            waiting.await();

            int batches = reading.interrupt();

            requireNothingAfter(trial, batches);
        }
    }

    @Test
    default void aReadThatIsInterruptedBetweenBatchesHandsOverNoMore() throws InterruptedException {
        try (var fixture = fixture()) {
            var whole = Trial.afterRead(fixture);
            Breach.unless(
                    whole.ledger().batches() > 1,
                    "a first read of the fixture's vendor that takes several batches",
                    whole.ledger().batches() + " batches",
                    "hand over what was read as it was read, or let the vendor state more");
            var trial = new Trial(fixture);
            trial.ledger().beforeAccept(() -> Thread.currentThread().interrupt());
            var reading = new Reading(trial, fixture);

            reading.await();

            requireNothingAfter(trial, 1);
        }
    }

    private static void requireNothingAfter(Trial trial, int batches) throws InterruptedException {
        Thread.sleep(100);
        trial.requireLawful();
        Breach.unless(
                trial.ledger().batches() <= batches,
                "no batch after the interruption",
                trial.ledger().batches() - batches + " more",
                "let the interruption end the read, and with it every thread that it started");
    }

    /// A read on a thread of its own.
    final class Reading {

        private final Trial trial;
        private final Thread thread;
        private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        private volatile boolean flagged;

        Reading(Trial trial, Fixture fixture) {
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
    }
}
