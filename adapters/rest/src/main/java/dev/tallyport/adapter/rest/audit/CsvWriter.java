package dev.tallyport.adapter.rest.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tallyport.application.audit.AuditEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One line for each entry below a line of names.
final class CsvWriter implements EntryWriter {

    private static final CsvMapper CSV =
            CsvMapper.builder()
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .build();

    private static final CsvSchema COLUMNS =
            CsvSchema.builder()
                    .addColumn("number")
                    .addColumn("at")
                    .addColumn("principal")
                    .addColumn("name")
                    .addColumn("origin")
                    .addColumn("action")
                    .addColumn("target")
                    .addColumn("before")
                    .addColumn("after")
                    .setUseHeader(true)
                    .build();

    private final ObjectMapper json;
    private final SequenceWriter lines;

    CsvWriter(ObjectMapper json, OutputStream to) throws IOException {
        this.json = json;
        this.lines = CSV.writer(COLUMNS).writeValues(to);
    }

    @Override
    public void write(AuditEntry entry) throws IOException {
        lines.write(
                List.of(
                        Long.toString(entry.number()),
                        entry.at().toString(),
                        inert(entry.principal()),
                        inert(entry.name()),
                        inert(entry.origin().orElse("")),
                        inert(entry.action()),
                        inert(entry.target()),
                        json.writeValueAsString(entry.before()),
                        json.writeValueAsString(entry.after())));
    }

    /// Text that a spreadsheet would take for a formula begins with an apostrophe.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
