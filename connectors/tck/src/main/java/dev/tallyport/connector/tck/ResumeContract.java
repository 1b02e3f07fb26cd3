package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.ConnectorException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Wherever a read ends, the next one goes on, whoever else reads at the same time.
public interface ResumeContract extends Contract {

    @Test
    default void aReadThatIsKilledBetweenBatchesLosesNothing() {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);
            var left = new int[1];
            trial.ledger()
                    .beforeAccept(() -> {
                        if (left[0]-- == 0) {
                            throw new Killed();
                        }
                    });
            int kills = 0;
            for (int survived = 0; isKilled(trial, fixture); survived++) {
                kills++;
                left[0] = survived;
                Breach.unless(
                        kills < 10_000,
                        "a read that is let through one more batch each time comes to its end",
                        kills + " reads that did not",
                        "go on where the checkpoint says");
            }

            Breach.unless(
                    kills > 0,
                    "a read that is stopped by what its sink throws",
                    "one that handed over nothing, or went on",
                    "hand over what was read, and let through what the sink throws");
            trial.requireTruth(
                    "after " + kills + " kills, each one batch later,",
                    "name in a checkpoint only what its batch and those before it hand over");
        }
    }

    @Test
    default void everyReadStartsFromItsRequestAlone() {
        try (var fixture = fixture()) {
            var connector = fixture.connector();
            var first = new Trial(fixture, connector);
            first.read();
            var second = new Trial(fixture, connector);

            second.read();

            second.requireTruth(
                    "in a second source's ledger, read by the same connector",
                    "keep nothing in fields; what must be remembered travels in the checkpoint");
        }
    }

    @Test
    default void twoSourcesAreReadAtOnce() throws InterruptedException, ExecutionException {
        try (var fixture = fixture();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var connector = fixture.connector();
            var one = new Trial(fixture, connector);
            var other = new Trial(fixture, connector);

            var reads =
                    List.of(threads.submit(() -> one.read()), threads.submit(() -> other.read()));
            for (var read : reads) {
                read.get();
            }

            for (var trial : List.of(one, other)) {
                trial.requireTruth(
                        "after two reads by one connector at once",
                        "share nothing between reads: no field, no static, no cache");
            }
        }
    }

    private static boolean isKilled(Trial trial, Fixture fixture) {
        try {
            trial.begin(trial.request(fixture.now()));
            return false;
        } catch (Killed _) {
            return true;
        } catch (ConnectorException failure) {
            throw new Breach(
                    "a read throws what its sink threw",
                    failure,
                    "catch failures of the vendor around the requests only");
        } finally {
            trial.requireLawful();
        }
    }

    /// What a sink throws when its store is gone.
    final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Killed() {
            super("the store is gone");
        }
    }
}
