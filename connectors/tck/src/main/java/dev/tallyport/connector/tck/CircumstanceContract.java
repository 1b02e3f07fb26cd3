package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Capability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// It does not matter where, when and for which days is read.
public interface CircumstanceContract extends Contract {

    List<LocalDate> CLOCK_CHANGES =
            List.of(
                    LocalDate.of(2026, 3, 8),
                    LocalDate.of(2026, 3, 29),
                    LocalDate.of(2026, 10, 25),
                    LocalDate.of(2026, 11, 1));

    @Test
    @ResourceLock(Resources.TIME_ZONE)
    @ResourceLock(Resources.LOCALE)
    default void theMachinesZoneAndLanguageChangeNothing() {
        var zone = TimeZone.getDefault();
        var language = Locale.getDefault();
        try (var fixture = fixture()) {
            requireClockChanges(fixture);
            for (var other : List.of("America/Los_Angeles", "Europe/Berlin", "Pacific/Apia")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                var trial = new Trial(fixture);

                trial.read();

                trial.requireTruth(
                        "on a machine in " + other,
                        "cut days in the vendor's zone and format in Locale.ROOT; say so wherever a"
                                + " default would be taken");
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    default void aClockThatIsOffLosesNothing() {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);

            trial.read(fixture.now().minus(Duration.ofDays(3)));
            trial.requireNothingInvented("read three days early", "take no other clock");
            trial.read(fixture.now());

            trial.requireTruth(
                    "read three days early and now",
                    "take the clock of the request, and do not let the checkpoint pass it");
        }
    }

    @Test
    default void aWindowOfThePastIsReadWholeAndNothingBesides() {
        try (var fixture = fixture()) {
            if (!fixture.connector().descriptor().capabilities().contains(Capability.BACKFILL)) {
                return;
            }
            var days = List.copyOf(fixture.truth().days());
            var first = days.get(days.size() / 3);
            var last = days.get(days.size() / 2);
            var trial = new Trial(fixture);

            trial.read(trial.windowOf(first, last));

            trial.requireTruth(
                    truthWithin(fixture, first, last),
                    "after a read of " + first + " to " + last,
                    "ask for the days that begin in the window: all of them and no other");
            trial.read();
            trial.requireTruth(
                    "after that and a usual read",
                    "a window of the past says nothing of how far usual reads have come");
        }
    }

    private static Truth truthWithin(Fixture fixture, LocalDate first, LocalDate last) {
        return fixture.truth().on(day -> !day.isBefore(first) && !day.isAfter(last));
    }

    private static void requireClockChanges(Fixture fixture) {
        var days = fixture.truth().days();
        var missing = new TreeSet<LocalDate>();
        for (var day : CLOCK_CHANGES) {
            if (!day.isBefore(days.first()) && !day.isAfter(days.last()) && !days.contains(day)) {
                missing.add(day);
            }
        }
        Breach.unless(
                missing.isEmpty(),
                "the fixture's vendor has usage on the days on which clocks are changed",
                "none on " + missing,
                "let the fixture's vendor state some");
    }
}
