package dev.tallyport.adapter.rest.export;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/// A table on its way out, row by row as fast as it is taken.
///
/// @param name of the file, without its ending
public record Export<R>(String name, Format format, Table<R> table, Rows<R> rows) {

    /// Where rows come from.
    public interface Rows<R> {

        /// Hands over every row in order, then says what is to be known of them all. When `taker`
        /// throws, nobody wants any more: let go of whatever is held, and throw it on.
        Summary handTo(Consumer<R> taker);
    }

    public Response response() {
        return Response.ok(this)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, format.title()))
                .build();
    }

    /// @throws IOException only where `to` does
    public void write(OutputStream to) throws IOException {
        var writer = format.writer(table, to);
        try {
            writer.finish(rows.handTo(row -> write(writer, row)));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static <R> void write(TableWriter<R> writer, R row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
