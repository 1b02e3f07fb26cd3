package dev.tallyport.adapter.rest;

import dev.tallyport.application.ingestion.Rejects.Seen;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A record of a vendor's that was not understood.
@Schema(name = "Reject", description = "A record of a vendor's that was not understood")
record RejectView(
        @Schema(
                        description = "What was asked",
                        examples = "GET /v3/enterprise/consumption/daily?time_after=1764921600")
                String request,
        @Schema(description = "Where in the answer", examples = "$.consumption_by_date[3].acus")
                String path,
        @Schema(
                        description = "What was expected and what was found",
                        examples = "expected a number, found \"n/a\"")
                String reason,
        Instant firstSeenAt,
        Instant lastSeenAt) {

    static RejectView of(Seen seen) {
        return new RejectView(
                seen.reject().request(),
                seen.reject().path(),
                seen.reject().reason(),
                seen.first(),
                seen.last());
    }
}
