package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Capability;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the vendor says otherwise within the settle horizon is followed by the next read.
public interface RestatementContract extends Contract {

    @Test
    default void aFigureThatGrowsIsFollowed() {
        requireFollowed(quantity -> quantity.multiply(BigDecimal.TEN));
    }

    @Test
    default void aFigureThatShrinksIsFollowed() {
        requireFollowed(quantity -> quantity.divide(BigDecimal.TWO));
    }

    @Test
    default void aFigureThatIsTakenBackIsRetracted() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var figure = trial.restatable();
            fixture.restate(figure, BigDecimal.ZERO);

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));

            if (retracts(fixture)) {
                trial.requireTruth(
                        "after the vendor took back " + figure.place(),
                        "cover what was read whole, so that what is missing is retracted");
            }
        }
    }

    @Test
    default void aDayThatBecomesEmptyIsRetracted() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var day = trial.restatable().day();
            for (var figure : fixture.truth().on(day::equals).figures()) {
                if (trial.isPart(figure.cut())) {
                    fixture.restate(figure, BigDecimal.ZERO);
                }
            }

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));

            if (retracts(fixture)) {
                trial.requireTruth(
                        "after the vendor took back everything of " + day,
                        "cover the days that were asked for, not those that occur in the answer");
            }
        }
    }

    private void requireFollowed(UnaryOperator<BigDecimal> change) {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var before = fixture.truth();
            var figure = trial.restatable();
            fixture.restate(figure, change.apply(figure.quantity()));
            Breach.unless(
                    !before.equals(fixture.truth()),
                    "the fixture's truth follows restate()",
                    "the same truth as before",
                    "compute truth() from what the fixture's vendor answers");

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));

            trial.requireTruth(
                    "after the vendor restated " + figure.place(),
                    "read every day again until its settle horizon has passed");
        }
    }

    private static boolean retracts(Fixture fixture) {
        return fixture.connector().descriptor().capabilities().contains(Capability.RETRACTION);
    }
}
