package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private final Turns turns = new Turns(Duration.ofMinutes(1));
    private final List<String> begun = new ArrayList<>();

    private CompletableFuture<String> begin(String thing, CompletableFuture<String> work) {
        var name = thing + begun.size();
        return turns.<String>inTurn(
                        thing,
                        Runnable::run,
                        () -> {
                            begun.add(name);
                            return Uni.createFrom().completionStage(work);
                        })
                .subscribe()
                .asCompletionStage();
    }

    @Test
    void theSecondBeginsWhenTheFirstIsDone() {
        var first = new CompletableFuture<String>();
        var _ = begin("a", first);
        var second = begin("a", CompletableFuture.completedFuture("second"));
        assertThat(begun).hasSize(1);

        first.complete("first");

        assertThat(second).isCompletedWithValue("second");
    }

    @Test
    void whatFailedOrWasGivenUpHoldsNobodyUp() {
        var failing = new CompletableFuture<String>();
        var _ = begin("a", failing);
        var givenUp =
                turns.inTurn("a", Runnable::run, () -> Uni.createFrom().<String>nothing())
                        .subscribe()
                        .with(_ -> {});
        var third = begin("a", CompletableFuture.completedFuture("third"));

        failing.completeExceptionally(new IllegalStateException("fails"));
        givenUp.cancel();

        assertThat(third).isCompletedWithValue("third");
    }

    @Test
    void otherThingsDoNotWait() {
        var _ = begin("a", new CompletableFuture<>());

        var other = begin("b", CompletableFuture.completedFuture("b"));

        assertThat(other).isCompletedWithValue("b");
    }

    @Test
    void nobodyWaitsForever() {
        var impatient = new Turns(Duration.ofMillis(10));
        var _ =
                impatient
                        .inTurn("a", Runnable::run, () -> Uni.createFrom().<String>nothing())
                        .subscribe()
                        .asCompletionStage();

        var second =
                impatient
                        .<String>inTurn("a", Runnable::run, () -> Uni.createFrom().item("second"))
                        .await()
                        .atMost(Duration.ofSeconds(5));

        assertThat(second).isEqualTo("second");
    }
}
