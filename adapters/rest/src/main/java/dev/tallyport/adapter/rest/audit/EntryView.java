package dev.tallyport.adapter.rest.audit;

import dev.tallyport.application.audit.AuditEntry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that was done.
@RegisterForReflection
@Schema(name = "AuditEntry", description = "One thing that was done")
record EntryView(
        @Schema(
                        required = true,
                        description = "Increasing in the order of recording; gaps mean nothing",
                        examples = "1042")
                long number,
        @Schema(required = true) Instant at,
        @Schema(required = true, description = "Who did it", examples = "person:7")
                String principal,
        @Schema(
                        required = true,
                        description = "What they were called then",
                        examples = "Ada Lovelace")
                String name,
        @Schema(
                        description = "Where the request came from; null for nowhere",
                        examples = "192.0.2.7",
                        nullable = true)
                @Nullable String origin,
        @Schema(required = true, examples = "role.given") String action,
        @Schema(required = true, examples = "person:8") String target,
        @Schema(description = "How things stood, by member") SortedMap<String, String> before,
        @Schema(description = "How they stand since, or what was asked")
                SortedMap<String, String> after) {

    static EntryView of(AuditEntry entry) {
        return new EntryView(
                entry.number(),
                entry.at(),
                entry.principal(),
                entry.name(),
                entry.origin().orElse(null),
                entry.action(),
                entry.target(),
                entry.before(),
                entry.after());
    }
}
