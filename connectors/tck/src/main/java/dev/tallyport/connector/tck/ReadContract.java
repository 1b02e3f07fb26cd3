package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.DirectoryEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// What is read is what the vendor says, wherever and whenever it is read.
public interface ReadContract extends Contract {

    List<LocalDate> CLOCK_CHANGES =
            List.of(
                    LocalDate.of(2026, 3, 8),
                    LocalDate.of(2026, 3, 29),
                    LocalDate.of(2026, 10, 25),
                    LocalDate.of(2026, 11, 1));

    @Test
    default void aReadHoldsWhatTheVendorSaysAndNothingElse() {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);

            trial.read();

            trial.requireTruth(
                    "after a first read", "compare with the vendor's answers one by one");
            var people = trial.ledger().directory().stream().map(DirectoryEntry::id).toList();
            Breach.unless(
                    people.containsAll(fixture.truth().directory()),
                    "the directory holds " + fixture.truth().directory(),
                    people,
                    "hand over everybody whom the vendor lists");
            Breach.unless(
                    trial.ledger().activities().equals(fixture.truth().activities()),
                    "the activities " + fixture.truth().activities(),
                    trial.ledger().activities(),
                    "hand over every activity once, under the vendor's id");
            Breach.unless(
                    trial.ledger().rejects().isEmpty(),
                    "no reject of what the vendor documents",
                    trial.ledger().rejects(),
                    "read what the vendor documents");
        }
    }

    @Test
    default void whatIsDeclaredIsHandedOver() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);

            var silent = EnumSet.noneOf(Capability.class);
            silent.addAll(fixture.connector().descriptor().capabilities());
            silent.remove(Capability.BACKFILL);
            silent.removeAll(trial.ledger().shown());

            Breach.unless(
                    silent.isEmpty(),
                    "something handed over of every declared capability",
                    "nothing of " + silent,
                    "do not declare it, or let the fixture's vendor have some");
        }
    }

    @Test
    default void readingAgainChangesNothing() {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            int versions = trial.ledger().versions();

            trial.read(fixture.now().plus(Duration.ofMinutes(15)));
            trial.read(fixture.now().plus(Duration.ofHours(1)));

            Breach.unless(
                    trial.ledger().versions() == versions,
                    "no fact is added, changed or retracted when the vendor says the same",
                    trial.ledger().versions() - versions + " changes",
                    "hand over the same fact under the same key with the same values; make no part"
                            + " of it of a clock or a place in a page");
        }
    }

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
            fixture.vendor()
                    .attack((_, honest) ->
                            Optional.of(
                                    honest.withHeader(
                                            "Date",
                                            HttpFault.httpDate(
                                                    fixture.now().plus(Duration.ofDays(5))))));

            trial.read(fixture.now().minus(Duration.ofDays(3)));
            trial.requireNothingInvented("read three days early", "take no other clock");
            trial.read(fixture.now());

            trial.requireTruth(
                    "read three days early and now, with a vendor whose Date is five days ahead",
                    "take the clock of the request for what is asked, and no header's");
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
