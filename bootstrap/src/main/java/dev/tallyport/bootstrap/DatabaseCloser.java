package dev.tallyport.bootstrap;

import dev.tallyport.bootstrap.database.EmbeddedDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Closes the database once, after the application has stopped, whichever way the process ends. An
/// application that takes too long to stop loses its database.
final class DatabaseCloser {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(25);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable EmbeddedDatabase> open = new AtomicReference<>();
    private volatile boolean processEnding;

    /// From here on a signal ends the process in order.
    static DatabaseCloser install() {
        var closer = new DatabaseCloser();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(closer::whenProcessEnds, "database-closer"));
        return closer;
    }

    void opened(EmbeddedDatabase database) {
        open.set(database);
    }

    void applicationStopped() {
        stopped.countDown();
    }

    /// Returns when the database is closed, whoever closes it.
    void close() {
        var database = open.get();
        if (database != null) {
            database.close();
        }
    }

    /// Then there is no use in starting anything more.
    boolean isProcessEnding() {
        return processEnding;
    }

    private void whenProcessEnds() {
        processEnding = true;
        try {
            stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            // the server goes on stopping by itself when this process no longer waits for it
            Thread.ofPlatform().daemon().start(this::close).join(CLOSING_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
