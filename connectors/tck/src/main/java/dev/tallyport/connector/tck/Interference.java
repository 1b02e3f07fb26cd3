package dev.tallyport.connector.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Comes between a connector and its vendor.
final class Interference {

    private Interference() {}

    /// Spoils the first record that there is something to spoil in.
    static void spoilOneRecord(HttpFixture fixture, Predicate<JsonNode> change) {
        fixture.vendor()
                .attack(
                        Json.spoilingRecords(
                                        fixture.shape().records(),
                                        records -> change.test(records.get(0)))
                                .once());
    }

    static void requireSpoilt(HttpFixture fixture) {
        Breach.unless(
                fixture.vendor().spoilt() > 0,
                "an answer with records at '%s' that have what the fixture's shape() names"
                        .formatted(fixture.shape().records()),
                "none, or the read asked for no usage",
                "correct the shape; a connector reads the days within its settle horizon each time");
    }

    /// Reads under an attack that an honest connector does not notice.
    static void requireUnmoved(HttpFixture fixture, String how, Attack attack, String remedy) {
        var trial = Trial.afterRead(fixture);
        int versions = trial.ledger().versions();
        fixture.vendor().attack(attack);

        trial.read(fixture.now().plus(Duration.ofMinutes(15)));
        var fresh = new Trial(fixture);
        fresh.read();

        fresh.requireTruth("read " + how, remedy);
        Breach.unless(
                trial.ledger().versions() == versions && trial.ledger().rejects().isEmpty(),
                "a read " + how + " changes no fact and rejects nothing",
                (trial.ledger().versions() - versions)
                        + " changes, rejects "
                        + trial.ledger().rejects(),
                remedy);
    }

    /// What one whole read asks, in this order.
    static List<String> asked(HttpFixture fixture, Trial trial, Instant now) {
        int before = fixture.vendor().targets().size();
        trial.read(now);
        var targets = fixture.vendor().targets();
        return targets.subList(before, targets.size());
    }
}
