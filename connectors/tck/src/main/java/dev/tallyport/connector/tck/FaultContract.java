package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong on the way: nothing is lost, nothing counts twice, and the next read heals.
public interface FaultContract extends HttpContract {

    String REMEDY =
            "cover and complete nothing of which a request failed, hand nothing over twice under"
                    + " two keys, and do not let the checkpoint pass what was not read";

    @ParameterizedTest
    @EnumSource
    default void aFaultOnTheWayLosesNothingAndCountsNothingTwice(HttpFault fault) {
        for (int index : indexes()) {
            try (var fixture = fixture()) {
                var trial = new Trial(fixture);
                fixture.vendor().attack(fault.attack(fixture.now()).onlyAt(index));

                var failure = trial.attempt(fixture.now());

                var when = "after %s at request %d".formatted(fault, index);
                trial.requireNothingInvented(when, REMEDY);
                trial.requireHonestCompletion(when);
                if (failure.isEmpty()) {
                    trial.requireTruth(when + ", which the read went on after,", REMEDY);
                }
                fixture.vendor().heal();
                trial.read(fixture.now().plus(Duration.ofMinutes(15)));
                trial.requireTruth(when + " and one more read", REMEDY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aFaultOnTheWayTakesBackNothingThatIsHeld(HttpFault fault) {
        try (var fixture = fixture()) {
            var trial = Trial.afterRead(fixture);
            var later = fixture.now().plus(Duration.ofMinutes(15));
            int requests = Interference.asked(fixture, trial, later).size();
            for (int index : new TreeSet<>(List.of(0, requests / 2, requests - 1))) {
                fixture.vendor().attack(fault.attack(fixture.now()).onlyAt(index));

                trial.attempt(later);

                trial.requireTruth(
                        "after a whole read, and another with %s at request %d,"
                                .formatted(fault, index),
                        REMEDY);
            }
        }
    }

    @Test
    default void aKeyThatExpiresMeanwhileIsUnauthorized() {
        requireKind(Kind.UNAUTHORIZED, Attack.with(Response.status(401)));
    }

    @Test
    default void aVendorThatAsksForMorePatienceThanAReadHasIsRateLimited() {
        requireKind(
                Kind.RATE_LIMITED,
                Attack.with(Response.status(429).withHeader("Retry-After", "86400")));
    }

    @Test
    default void aVendorThatGoesDownMeanwhileIsUnavailable() {
        requireKind(Kind.UNAVAILABLE, Attack.with(Response.status(500)));
    }

    @Test
    default void aVendorThatStopsMakingSenseIsMalformed() {
        requireKind(Kind.MALFORMED_RESPONSE, Attack.with(HttpFault.html(200)));
    }

    @Test
    default void aVendorWhoseClockIsAheadChangesNothing() {
        try (var fixture = fixture()) {
            var ahead = HttpFault.httpDate(fixture.now().plus(Duration.ofDays(5)));
            Interference.requireUnmoved(
                    fixture,
                    "with a Date that is five days ahead",
                    (_, honest) -> Optional.of(honest.withHeader("Date", ahead)),
                    "take the clock of the request for what is asked, and no header's");
        }
    }

    private void requireKind(Kind kind, Attack attack) {
        try (var fixture = fixture()) {
            var trial = new Trial(fixture);
            int half = requests(fixture) / 2;
            fixture.vendor().attack(attack.from(half));

            var failure = trial.attempt(fixture.now());

            Breach.unless(
                    failure.filter(found -> found.kind() == kind).isPresent()
                            && !failure.get().getMessage().isBlank(),
                    "a ConnectorException of the kind " + kind + " that tells the operator why",
                    failure.map(found -> found.kind() + ": " + found.getMessage())
                            .orElse("a read that went on to its end"),
                    "let what the vendor's refusal means reach the operator");
            trial.requireNothingInvented("after a read that failed half-way", REMEDY);
            trial.requireHonestCompletion("after a read that failed half-way");
            fixture.vendor().heal();
            trial.read(fixture.now().plus(Duration.ofMinutes(15)));
            trial.requireTruth("after a read that failed half-way and one more", REMEDY);
        }
    }

    /// The first, the middle and the last request of a first read.
    private SortedSet<Integer> indexes() {
        try (var fixture = fixture()) {
            int requests = Interference.asked(fixture, new Trial(fixture), fixture.now()).size();
            return new TreeSet<>(List.of(0, requests / 2, requests - 1));
        }
    }

    private static int requests(HttpFixture fixture) {
        return Interference.asked(fixture, new Trial(fixture), fixture.now()).size();
    }
}
