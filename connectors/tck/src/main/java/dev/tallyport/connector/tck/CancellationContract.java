package dev.tallyport.connector.tck;

import org.junit.jupiter.api.Test;

/// A read whose thread is interrupted ends at once and hands over nothing more.
public interface CancellationContract extends Contract {

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
            var reading = new ReadingThread(trial, fixture);

            reading.await();

            reading.requireNothingAfter(1);
        }
    }
}
