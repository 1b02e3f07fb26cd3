package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.DirectoryEntry;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// What is read is what the vendor says.
public interface ReadContract extends Contract {

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
}
