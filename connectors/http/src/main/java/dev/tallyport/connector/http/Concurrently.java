package dev.tallyport.connector.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Tasks that mostly wait for a vendor, side by side on virtual threads.
public final class Concurrently {

    private static final int TASKS_PER_REQUEST = 4;

    private Concurrently() {}

    /// The results in the order of the items. The first failure interrupts the other tasks and is
    /// thrown; interrupting the caller does the same. Either way no task runs on afterwards. The
    /// tasks share no lock and must be safe to run side by side.
    ///
    /// @param concurrency how many requests the [Endpoint] allows at once; four times as many tasks
    ///   run, so that there is always a request to send
    /// @throws CancellationException when interrupted; the thread's flag is set again
    public static <T, R> List<R> map(int concurrency, List<T> items, Function<T, R> task) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var completed = new ExecutorCompletionService<R>(executor);
                var results = new ArrayList<Future<R>>(items.size());
                for (int done = 0; done < items.size(); done++) {
                    while (results.size() < items.size()
                            && results.size() - done < concurrency * TASKS_PER_REQUEST) {
                        var item = items.get(results.size());
                        results.add(completed.submit(() -> task.apply(item)));
                    }
                    completed.take().get();
                }
                return results.stream().map(Future::resultNow).toList();
            } finally {
                executor.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the vendor");
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException failure -> failure;
                case Error failure -> throw failure;
                case null, default -> new IllegalStateException(failed);
            };
        }
    }
}
