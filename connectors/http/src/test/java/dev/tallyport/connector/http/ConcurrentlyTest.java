package dev.tallyport.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class ConcurrentlyTest {

    @Test
    void resultsKeepTheOrderOfTheItems() {
        var items = IntStream.range(0, 200).boxed().toList();

        var results =
                Concurrently.map(
                        4,
                        items,
                        item -> {
                            pause(item % 3);
                            return item * 2;
                        });

        assertThat(results).isEqualTo(items.stream().map(item -> item * 2).toList());
        assertThat(Concurrently.map(4, List.<Integer>of(), item -> item)).isEmpty();
    }

    @Test
    void noMoreThanFourTasksPerRequestRunAtOnce() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var items = IntStream.range(0, 20_000).boxed().toList();

        Concurrently.map(
                2,
                items,
                item -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                    return item;
                });

        assertThat(most.get()).isBetween(1, 8);
    }

    @Test
    void theFirstFailureStopsTheOthersAndIsThrown() {
        var started = new AtomicInteger();
        var running = new AtomicInteger();
        var failure = new IllegalStateException("the third");

        var thrown =
                catchThrowable(() ->
                        Concurrently.map(
                                1,
                                IntStream.range(0, 1_000).boxed().toList(),
                                item -> {
                                    started.incrementAndGet();
                                    running.incrementAndGet();
                                    try {
                                        if (item == 2) {
                                            throw failure;
                                        }
                                        pause(60_000);
                                        return item;
                                    } finally {
                                        running.decrementAndGet();
                                    }
                                }));

        assertThat(thrown).isSameAs(failure);
        assertThat(started.get()).isLessThanOrEqualTo(4);
        assertThat(running).hasValue(0);
    }

    @Test
    void anErrorIsThrownAsItIs() {
        var error = new AssertionError("broken");

        var thrown =
                catchThrowable(() ->
                        Concurrently.map(
                                1,
                                List.of(1),
                                _ -> {
                                    throw error;
                                }));

        assertThat(thrown).isSameAs(error);
    }

    @Test
    void anInterruptedCallerStopsEveryTask() throws InterruptedException {
        var running = new AtomicInteger();
        var started = new CountDownLatch(4);
        var thrown = new AtomicReference<Throwable>();
        var flagged = new AtomicBoolean();
        var caller =
                Thread.startVirtualThread(() -> {
                    thrown.set(
                            catchThrowable(() ->
                                    Concurrently.map(
                                            1,
                                            Stream.iterate(0, i -> i + 1).limit(100).toList(),
                                            item -> {
                                                running.incrementAndGet();
                                                started.countDown();
                                                try {
                                                    pause(60_000);
                                                    return item;
                                                } finally {
                                                    running.decrementAndGet();
                                                }
                                            })));
                    flagged.set(Thread.currentThread().isInterrupted());
                });
        started.await();

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(flagged).isTrue();
        assertThat(running).hasValue(0);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            throw new CancellationException();
        }
    }
}
