package dev.tallyport.adapter.rest.export;

import dev.tallyport.application.outcome.NotNowException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Sends exports while they are made. What fails before anything was sent is answered as any other
/// failure; after that the connection breaks, so that no part passes for the whole. However slowly
/// they are taken, half of the threads remain for everything else.
@Provider
public class ExportWriter implements ServerMessageBodyWriter<Export<?>> {

    private static final Logger LOG = System.getLogger(ExportWriter.class.getName());

    private final int most;
    private final Semaphore turns;

    ExportWriter(@ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads) {
        most = Math.max(1, threads / 2);
        turns = new Semaphore(most);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Export.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type,
            Type generic,
            ResteasyReactiveResourceInfo resource,
            MediaType mediaType) {
        return Export.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Export<?> export, Type generic, ServerRequestContext request)
            throws IOException {
        if (!turns.tryAcquire()) {
            throw NotNowException.tooManyFiles(most);
        }
        try {
            export.write(request.getOrCreateOutputStream());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "an export was not taken to its end", e);
            breakOff(request);
        } catch (RuntimeException e) {
            if (!request.serverResponse().headWritten()) {
                throw e;
            }
            LOG.log(Level.ERROR, "an export broke off: name=" + export.name(), e);
            breakOff(request);
        } finally {
            turns.release();
        }
    }

    /// Under HTTP/1 a response that is reset still ends in order when what was written before it is
    /// taken slowly; so nothing goes on until the connection is closed.
    private static void breakOff(ServerRequestContext request) {
        request.serverResponse().reset();
        var http = ((ResteasyReactiveRequestContext) request).unwrap(HttpServerRequest.class);
        if (http.version() != HttpVersion.HTTP_2) {
            http.connection().close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Override
    public void writeTo(
            Export<?> export,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        export.write(to);
    }
}
