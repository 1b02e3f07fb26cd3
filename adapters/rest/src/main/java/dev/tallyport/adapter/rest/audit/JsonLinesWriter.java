package dev.tallyport.adapter.rest.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.audit.AuditEntry;
import java.io.IOException;
import java.io.OutputStream;

/// One JSON object on a line of its own for each entry.
final class JsonLinesWriter implements EntryWriter {

    private final ObjectMapper json;
    private final OutputStream to;

    JsonLinesWriter(ObjectMapper json, OutputStream to) {
        this.json = json;
        this.to = to;
    }

    @Override
    public void write(AuditEntry entry) throws IOException {
        to.write(json.writeValueAsBytes(EntryView.of(entry)));
        to.write('\n');
    }

    @Override
    public void close() throws IOException {
        to.flush();
    }
}
