package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class RefusalsTest {

    private final Queue<Runnable> inAMinute = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private final Refusals refusals = new Refusals(inAMinute::add, log::add);

    private void aMinutePasses() {
        while (!inAMinute.isEmpty()) {
            inAMinute.remove().run();
        }
    }

    @Test
    void aMinuteOfRefusalsIsOneLine() {
        for (int i = 0; i < 10_000; i++) {
            refusals.key();
        }
        refusals.signIn();
        refusals.signIn();

        var before = List.copyOf(log);
        aMinutePasses();

        assertThat(before).isEmpty();
        assertThat(log)
                .containsExactly("credentials refused in the last minute: signIns=2 keys=10000");
    }

    @Test
    void aMinuteWithoutRefusalsIsNoLine() {
        refusals.key();
        aMinutePasses();

        aMinutePasses();

        assertThat(log).hasSize(1);
    }

    @Test
    void everyMinuteIsCountedByItself() {
        refusals.key();
        refusals.signIn();
        aMinutePasses();
        refusals.signIn();
        aMinutePasses();

        assertThat(log)
                .containsExactly(
                        "credentials refused in the last minute: signIns=1 keys=1",
                        "credentials refused in the last minute: signIns=1 keys=0");
    }
}
