package dev.tallyport.adapter.rest.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// The audit log on its way out, page by page: no more than one is ever held.
///
/// @param read one page, the latest entries first
record AuditExport(Wanted wanted, Function<Wanted, List<AuditEntry>> read) {

    static final int PAGE = 1000;

    void write(Format format, ObjectMapper json, OutputStream to) throws IOException {
        try (var writer = writer(format, json, to)) {
            var page = read.apply(wanted);
            while (!page.isEmpty()) {
                for (var entry : page) {
                    writer.write(entry);
                }
                page = page.size() < PAGE ? List.of() : read.apply(before(page.getLast().number()));
            }
        }
    }

    private static EntryWriter writer(Format format, ObjectMapper json, OutputStream to)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvWriter(json, to);
            case JSONL -> new JsonLinesWriter(json, to);
        };
    }

    private Wanted before(long number) {
        return new Wanted(
                wanted.action(),
                wanted.principal(),
                wanted.target(),
                wanted.text(),
                wanted.from(),
                wanted.until(),
                OptionalLong.of(number));
    }
}
