package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class InMemorySignInAttemptsTest {

    private static final Optional<String> HERE = Optional.of("192.0.2.1");

    private final MovableClock clock = new MovableClock();
    private final InMemorySignInAttempts attempts =
            new InMemorySignInAttempts(new Refusals(_ -> {}, _ -> {}), clock);

    private void letThrough(int times, String login, Optional<String> origin) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.tooMany(login, origin)).isEmpty();
        }
    }

    @Test
    void theSixthAttemptOnALoginFromOnePlaceWaitsUntilTheFirstIsAMinuteAgo() {
        letThrough(1, "ada", HERE);
        clock.move(Duration.ofSeconds(20));
        letThrough(4, "ada", HERE);

        var sixth = attempts.tooMany("ada", HERE);
        clock.move(Duration.ofSeconds(40));
        var later = attempts.tooMany("ada", HERE);
        var next = attempts.tooMany("ada", HERE);

        assertThat(sixth).contains(Duration.ofSeconds(40));
        assertThat(later).isEmpty();
        assertThat(next).contains(Duration.ofSeconds(20));
    }

    @Test
    void anotherLoginOrAnotherPlaceIsNotHeldBack() {
        letThrough(5, "ada", HERE);

        letThrough(5, "grace", HERE);
        letThrough(5, "ada", Optional.of("192.0.2.2"));
    }

    @Test
    void anAttemptThatWasOneTooManyDoesNotCount() {
        letThrough(5, "ada", HERE);
        for (int i = 0; i < 100; i++) {
            attempts.tooMany("ada", HERE);
        }

        clock.move(Duration.ofMinutes(1));

        letThrough(5, "ada", HERE);
    }

    @Test
    void aLoginIsTriedThirtyTimesFromAllPlaces() {
        for (int place = 0; place < 30; place++) {
            letThrough(1, "ada", Optional.of("192.0.2." + place));
        }

        assertThat(attempts.tooMany("ada", Optional.of("192.0.2.99")))
                .contains(Duration.ofMinutes(1));
        letThrough(1, "grace", Optional.of("192.0.2.99"));
    }

    @Test
    void onePlaceTriesSixtyTimes() {
        for (int login = 0; login < 60; login++) {
            letThrough(1, "user" + login, HERE);
        }

        assertThat(attempts.tooMany("ada", HERE)).contains(Duration.ofMinutes(1));
        letThrough(1, "ada", Optional.of("192.0.2.2"));
    }

    @Test
    void theAddressesOfOneNetworkOfTheSixthVersionAreOnePlace() {
        for (int host = 0; host < 60; host++) {
            letThrough(1, "user" + host, Optional.of("2001:db8:0:1:0:0:0:" + host));
        }

        assertThat(attempts.tooMany("ada", Optional.of("2001:db8:0:1:ffff:0:0:1"))).isPresent();
        letThrough(1, "ada", Optional.of("2001:db8:0:2::1"));
    }

    @Test
    void placesThatAreNotKnownAreOnePlace() {
        for (int login = 0; login < 60; login++) {
            letThrough(1, "user" + login, Optional.empty());
        }

        assertThat(attempts.tooMany("ada", Optional.empty())).isPresent();
    }

    @Test
    void whoeverSignedInBeginsAnewFromThereOnly() {
        var there = Optional.of("192.0.2.2");
        letThrough(5, "ada", HERE);
        letThrough(5, "ada", there);

        attempts.succeeded("ada", HERE);

        letThrough(5, "ada", HERE);
        assertThat(attempts.tooMany("ada", there)).isPresent();
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyUp() {
        letThrough(5, "ada", HERE);

        clock.move(Duration.ofHours(-1));

        letThrough(5, "ada", HERE);
    }

    @Property
    void inNoMinuteAreThereMoreAttemptsThanAllowed(
            @ForAll @Size(min = 20, max = 200) List<@IntRange(max = 30_000) Integer> pauses) {
        var allowed = new ArrayDeque<Long>();

        for (var pause : pauses) {
            clock.move(Duration.ofMillis(pause));
            if (attempts.tooMany("ada", HERE).isEmpty()) {
                allowed.addLast(clock.millis());
            }
            while (!allowed.isEmpty() && allowed.getFirst() <= clock.millis() - 60_000) {
                allowed.removeFirst();
            }

            assertThat(allowed).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void aMillionLoginsTakeNoMoreMemoryThanThirtyThousand() {
        for (int i = 0; i < 1_000_000; i++) {
            attempts.tooMany(
                    "user" + i,
                    Optional.of("10." + (i >> 16) + "." + ((i >> 8) & 255) + "." + (i & 255)));
        }

        assertThat(attempts.remembered()).isEqualTo(30_000);
    }
}
