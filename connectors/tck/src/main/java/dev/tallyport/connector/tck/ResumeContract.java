package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.ConnectorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Wherever a read ends, the next one goes on; whatever checkpoint it is given, it survives.
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[1,",
                "2999-01-01",
                "2999-01-01T00:00:00Z",
                "32472144000",
                "-1",
                "{\"version\": 99, \"cursor\": \"\u0000\"}"
            })
    default void aCheckpointOfAnybodyElseIsSurvived(String value) {
        requireSurvived(new Checkpoint(value));
    }

    @Test
    default void aCheckpointAsLongAsTheyComeIsSurvived() {
        requireSurvived(new Checkpoint("9".repeat(64 << 10)));
    }

    /// Its own checkpoint with every year in the far future, and without its end.
    @Test
    default void itsOwnCheckpointFromTheFutureOrDamagedIsSurvived() {
        var own = ownCheckpoint();
        requireSurvived(new Checkpoint(own.replaceAll("20[0-9]{2}-", "2999-")));
        requireSurvived(new Checkpoint(own.replaceAll("[0-9]{9,}", "32472144000")));
        requireSurvived(new Checkpoint(own.replaceAll("[0-9]+", "x")));
        requireSurvived(new Checkpoint(own.substring(0, own.length() / 2)));
    }

    private String ownCheckpoint() {
        try (var fixture = fixture()) {
            return Trial.afterRead(fixture).ledger().checkpoint().map(Checkpoint::value).orElse("");
        }
    }

    /// A restatement is what shows whether the days that it could hide are still read.
    private void requireSurvived(Checkpoint strange) {
        try (var fixture = fixture()) {
            var shown = strange.value().substring(0, Math.min(40, strange.value().length()));
            var trial = Trial.afterRead(fixture);
            trial.ledger().replaceCheckpoint(strange);
            var figure = trial.restatable();
            fixture.restate(figure, figure.quantity().add(figure.quantity()));

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));

            trial.requireTruth(
                    "after a read from the checkpoint '" + shown + "'",
                    "read a checkpoint that does not parse, or that lies in the future of the"
                            + " request, as if there were none");
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
