package dev.tallyport.connector.tck;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A read that waits for its vendor waits no longer once its thread is interrupted.
public interface WaitingContract extends HttpContract {

    @Test
    default void aReadThatWaitsForTheVendorEndsWhenInterrupted() throws InterruptedException {
        try (var fixture = fixture()) {
            int half = Interference.asked(fixture, new Trial(fixture), fixture.now()).size() / 2;
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
            var reading = new ReadingThread(trial, fixture);
            stalled.await();

            int batches = reading.interrupt();

            reading.requireNothingAfter(batches);
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
            var reading = new ReadingThread(trial, fixture);
            waiting.await();

            int batches = reading.interrupt();

            reading.requireNothingAfter(batches);
        }
    }
}
