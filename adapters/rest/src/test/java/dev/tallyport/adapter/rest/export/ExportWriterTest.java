package dev.tallyport.adapter.rest.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.outcome.NotNowException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.junit.jupiter.api.Test;

final class ExportWriterTest {

    private static final ServerRequestContext REQUEST =
            (ServerRequestContext)
                    Proxy.newProxyInstance(
                            ExportWriterTest.class.getClassLoader(),
                            new Class<?>[] {ServerRequestContext.class},
                            (_, method, _) ->
                                    method.getName().equals("getOrCreateOutputStream")
                                            ? OutputStream.nullOutputStream()
                                            : null);

    @Test
    void halfOfTheThreadsAreLeftByFilesThatNobodyTakes() throws Exception {
        var writer = new ExportWriter(4);
        var started = new CountDownLatch(2);
        var taken = new CountDownLatch(1);
        var slow =
                new Export<>(
                        "samples",
                        Format.CSV,
                        Sample.TABLE,
                        _ -> {
                            started.countDown();
                            await(taken);
                            return Summary.NONE;
                        });
        try (var takers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = takers.submit(() -> write(writer, slow));
            var second = takers.submit(() -> write(writer, slow));
            started.await();

            assertThatThrownBy(() -> write(writer, slow))
                    .isInstanceOf(NotNowException.class)
                    .hasMessageContaining("2 files are on their way");

            taken.countDown();
            first.get();
            second.get();
        }
        write(writer, slow);
    }

    private static Void write(ExportWriter writer, Export<?> export) throws IOException {
        writer.writeResponse(export, Export.class, REQUEST);
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
