package dev.tallyport.adapter.rest.audit;

import dev.tallyport.application.audit.AuditEntry;
import java.io.Closeable;
import java.io.IOException;

/// Writes entries one after the other and keeps none. Closing it leaves the stream that it writes
/// to open.
interface EntryWriter extends Closeable {

    void write(AuditEntry entry) throws IOException;
}
