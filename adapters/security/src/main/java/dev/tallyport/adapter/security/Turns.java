package dev.tallyport.adapter.security;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Lets one piece of work after the other be done on the same thing, on this instance: the first of
/// several requests renews a session, and the others find it renewed.
final class Turns {

    private final ConcurrentHashMap<String, CompletableFuture<Void>> latest =
            new ConcurrentHashMap<>();
    private final Duration patience;

    /// @param patience after which work goes ahead without its turn
    Turns(Duration patience) {
        this.patience = patience;
    }

    /// @param own where the work begins when it had to wait
    <T> Uni<T> inTurn(String thing, Executor own, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    var done = new CompletableFuture<Void>();
                    var before = latest.put(thing, done);
                    Uni<T> result =
                            before == null
                                    ? Uni.createFrom().deferred(work)
                                    : after(before).emitOn(own).chain(work);
                    return result.onTermination()
                            .invoke(() -> {
                                latest.remove(thing, done);
                                done.complete(null);
                            });
                });
    }

    /// Waits for a copy, which can be given up without taking the turn from others.
    private Uni<Void> after(CompletableFuture<Void> before) {
        return Uni.createFrom()
                .completionStage(before::copy)
                .ifNoItem()
                .after(patience)
                .recoverWithUni(Uni.createFrom().voidItem());
    }
}
