package dev.tallyport.connector.tck;

import java.time.Duration;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Days that were read whole are said to be complete, and only those.
public interface TotalsContract extends Contract {

    @Test
    default void everyDayThatHasEndedIsCompletedByAWholeRead() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);

            var missing = staleDays(fixture, trial);

            Breach.unless(
                    missing.isEmpty(),
                    "a completion of every day that has ended of cut '" + trial.mainCut() + "'",
                    "none of " + missing,
                    "complete the days that were read whole, in the batch that covers them");
        }
    }

    @Test
    default void aDayIsCompletedAgainAfterItWasRestated() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var figure = trial.restatable();
            fixture.restate(figure, figure.quantity().add(figure.quantity()));

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));
            trial.read(fixture.now().plus(Duration.ofMinutes(30)));

            var stale = staleDays(fixture, trial);
            Breach.unless(
                    stale.isEmpty(),
                    "no stale day after a restated day was read again",
                    stale,
                    "hand over the vendor's totals with, or before, the completion of the days"
                            + " that they are of");
        }
    }

    @Test
    default void daysAreCompletedAgainOnceTheySettled() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var later = trial.ledger().settlesAt(trial.ledger().dayOf(fixture.now()));

            trial.read(later.plus(Duration.ofHours(1)));

            trial.requireTruth("read once all days settled", "read on after the settle horizon");
            var stale = staleDays(fixture, trial);
            Breach.unless(
                    stale.isEmpty(),
                    "a completion of every day by a read after its settle horizon",
                    "none of " + stale,
                    "read each day once more after its settle horizon; Sink.stale names such days");
        }
    }

    private static SortedSet<LocalDate> staleDays(Fixture fixture, Trial trial) {
        var today = trial.ledger().dayOf(fixture.now());
        var stale = new TreeSet<LocalDate>();
        for (var day : fixture.truth().days()) {
            if (day.isBefore(today) && trial.ledger().isStaleNow(trial.mainCut(), day)) {
                stale.add(day);
            }
        }
        return stale;
    }
}
