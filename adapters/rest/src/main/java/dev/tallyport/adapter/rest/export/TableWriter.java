package dev.tallyport.adapter.rest.export;

import java.io.IOException;

/// Writes a table row by row and keeps none of them. Who cannot hand over all rows must not finish,
/// so that no part passes for the whole.
interface TableWriter<R> {

    void write(R row) throws IOException;

    /// Ends the file; the stream that it goes to stays open.
    void finish(Summary summary) throws IOException;
}
