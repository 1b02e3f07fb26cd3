package dev.tallyport.adapter.rest.source;

import dev.tallyport.application.ingestion.Jobs.Job;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Long work on a source, and how far it has come.
@Schema(name = "SourceJob", description = "Long work on a source, and how far it has come")
record JobView(
        @Schema(examples = "7") long id,
        @Schema(
                        description =
                                "backfill: days of the past are read from the vendor. replay: earlier"
                                        + " reads are repeated from what the vendor answered then.",
                        enumeration = {"backfill", "replay"})
                String kind,
        @Schema(description = "The first instant that it is about") Instant from,
        @Schema(description = "The first instant that it is about no longer") Instant to,
        @Schema(examples = "admin") String requestedBy,
        Instant requestedAt,
        @Schema(enumeration = {"open", "complete", "cancelled", "failed"}) String state,
        @Schema(nullable = true) @Nullable Instant endedAt,
        @Schema(description = "Its parts altogether", examples = "12") int parts,
        @Schema(description = "Its parts that are done", examples = "5") int done,
        CountsView counts,
        @Schema(
                        description =
                                "When its next part is tried again; null when it waits for nothing",
                        nullable = true)
                @Nullable Instant notBefore,
        @Schema(description = "Why its next part failed; null when it did not", nullable = true)
                @Nullable FailureView failure) {

    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind().name().toLowerCase(Locale.ROOT),
                job.over().start(),
                job.over().end(),
                job.requestedBy(),
                job.requestedAt(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.endedAt().orElse(null),
                job.parts(),
                job.done(),
                CountsView.of(job.counts()),
                job.notBefore().orElse(null),
                FailureView.of(job.failure()));
    }
}
