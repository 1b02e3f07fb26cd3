package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordsTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String PASSWORD = "correct horse battery staple";

    private final List<Runnable> inAMinute = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Argon2Passwords passwords =
            new Argon2Passwords(new Refusals(inAMinute::add, log::add));

    @Test
    void thePasswordThatWasHashedMatchesAndNoOther() {
        var hash = Optional.of(passwords.hash(PASSWORD));

        assertThat(passwords.matches(PASSWORD, hash)).contains(true);
        assertThat(passwords.matches(PASSWORD + " ", hash)).contains(false);
        assertThat(passwords.matches("", hash)).contains(false);
    }

    @Test
    void aHashSaysWhatItWasMadeWithAndIsNeverTheSame() {
        var one = passwords.hash(PASSWORD);
        var other = passwords.hash(PASSWORD);

        assertThat(one)
                .matches(
                        "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}")
                .isNotEqualTo(other);
    }

    /// Made by the reference implementation: `echo -n password | argon2 somesalt -id -t 2 -k
    /// 65536`.
    @Test
    void aHashOfOtherCostIsUnderstood() {
        var reference =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", Optional.of(reference))).contains(true);
        assertThat(passwords.matches("passwort", Optional.of(reference))).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=64$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            })
    void aStoredTextThatIsNoBearableHashIsRefused(String stored) {
        assertThatThrownBy(() -> passwords.matches(PASSWORD, Optional.of(stored)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("$argon2id$");
        assertThat(passwords.matches(PASSWORD, Optional.empty())).contains(false);
    }

    @Test
    void aPasswordIsTheSameHoweverItsCharactersAreComposed() {
        var hash = Optional.of(passwords.hash("pässwörter ﬁnden"));

        assertThat(passwords.matches("pa\u0308sswo\u0308rter finden", hash)).contains(true);
    }

    @Test
    void whereThereIsNoHashNothingMatchesAndItTakesAsLong() {
        var hash = Optional.of(passwords.hash(PASSWORD));
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();

        for (int i = 0; i < 15; i++) {
            known.add(nanosToRefuse(hash));
            unknown.add(nanosToRefuse(Optional.empty()));
        }

        assertThat(median(unknown) / (double) median(known)).isBetween(0.6, 1.6);
    }

    private long nanosToRefuse(Optional<String> hash) {
        var begin = THREADS.getCurrentThreadCpuTime();
        assertThat(passwords.matches("wrong", hash)).contains(false);
        return THREADS.getCurrentThreadCpuTime() - begin;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void aFloodIsTurnedAwayAndTheNextOneIsCheckedAgain() throws Exception {
        var slow =
                Optional.of(
                        "$argon2id$v=19$m=131072,t=10,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        var answers = new ArrayList<Future<Optional<Boolean>>>();

        try (var threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> passwords.matches("wrong", slow)));
            }
        }
        var checked = 0;
        for (var answer : answers) {
            checked += answer.get().isPresent() ? 1 : 0;
        }

        assertThat(checked).isBetween(2, 5);
        assertThat(passwords.matches(PASSWORD, Optional.empty())).contains(false);
    }

    @Test
    void whateverDidNotMatchIsCounted() {
        var hash = Optional.of(passwords.hash(PASSWORD));

        passwords.matches(PASSWORD, hash);
        passwords.matches("wrong", hash);
        passwords.matches("wrong", Optional.empty());
        inAMinute.forEach(Runnable::run);

        assertThat(log).containsExactly("credentials refused in the last minute: signIns=2 keys=0");
    }

    @Test
    void aGeneratedPasswordIsLongUnambiguousAndNeverTheSame() {
        var seen = new HashSet<String>();

        for (int i = 0; i < 1_000; i++) {
            seen.add(passwords.generate());
        }

        assertThat(seen)
                .hasSize(1_000)
                .allMatch(one -> one.matches("([a-km-np-z2-9]{6}-){3}[a-km-np-z2-9]{6}"));
    }

    @Test
    void aHashIsNeverPrinted() {
        assertThat(PasswordHash.parse(passwords.hash(PASSWORD)).toString())
                .isEqualTo("PasswordHash[hidden]");
    }
}
