package dev.tallyport.adapter.rest.export;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Sends exports while they are made. What fails before anything was sent is answered as any other
/// failure; after that the connection breaks, so that no part passes for the whole.
@Provider
public class ExportWriter implements ServerMessageBodyWriter<Export<?>> {

    private static final Logger LOG = System.getLogger(ExportWriter.class.getName());

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
        try {
            export.write(request.getOrCreateOutputStream());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "an export was not taken to its end", e);
            request.serverResponse().reset();
        } catch (RuntimeException e) {
            if (!request.serverResponse().headWritten()) {
                throw e;
            }
            LOG.log(Level.ERROR, "an export broke off: name=" + export.name(), e);
            request.serverResponse().reset();
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
