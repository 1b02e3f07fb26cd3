package dev.tallyport.adapter.rest.audit;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.audit.AuditEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Entries of the audit log.
@Schema(name = "AuditEntries", description = "Entries of the audit log, the latest first")
record EntriesView(
        List<EntryView> entries,
        @Schema(description = "before of what follows; null at the end", nullable = true)
                @Nullable Long next) {

    static EntriesView of(Page<AuditEntry> page) {
        return new EntriesView(
                page.rows().stream().map(EntryView::of).toList(),
                page.next(AuditEntry::number).orElse(null));
    }
}
