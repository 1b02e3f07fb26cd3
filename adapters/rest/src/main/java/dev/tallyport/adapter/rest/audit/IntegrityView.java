package dev.tallyport.adapter.rest.audit;

import dev.tallyport.application.audit.AuditTrail.Integrity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether the audit log is as it was recorded.
@Schema(name = "AuditIntegrity", description = "Whether the audit log is as it was recorded")
record IntegrityView(
        @Schema(required = true, description = "How many there are") long entries,
        @Schema(required = true) boolean intact,
        @Schema(
                        description =
                                "The number of the first entry that was altered, or before which"
                                        + " one is missing; null when none is",
                        nullable = true)
                @Nullable Long firstBroken) {

    static IntegrityView of(Integrity integrity) {
        var broken = integrity.firstBroken();
        return new IntegrityView(
                integrity.entries(),
                broken.isEmpty(),
                broken.isPresent() ? broken.getAsLong() : null);
    }
}
