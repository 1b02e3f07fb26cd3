package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Checkpoint;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever checkpoint a read is given, it survives.
public interface CheckpointContract extends Contract {

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
}
