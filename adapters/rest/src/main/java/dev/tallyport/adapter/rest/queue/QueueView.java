package dev.tallyport.adapter.rest.queue;

import dev.tallyport.application.queue.FindQueues.Queue;
import dev.tallyport.application.queue.Queues.Length;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much waits at a vendor.
@Schema(name = "Queue", description = "How much waits at a vendor")
record QueueView(
        @Schema(examples = "acme") String source,
        @Schema(nullable = true, description = "Null when the source does not say")
                @Nullable LengthView now,
        @Schema(
                        description =
                                "The lengths of the last 24 hours, oldest first, beginning with the"
                                        + " one that held before; each holds until the next")
                List<LengthView> recent,
        @Schema(description = "When the last sync began that read everything", nullable = true)
                @Nullable Instant readAt) {

    /// A length that held from an instant on.
    @Schema(name = "QueueLength", description = "A length that held from an instant on")
    record LengthView(
            @Schema(examples = "2026-01-16T09:30:00Z") Instant since,
            @Schema(examples = "3") BigDecimal size,
            @Schema(description = "What one of it is", examples = "session") String unit,
            @Schema(nullable = true, examples = "normal", description = "How the vendor puts it")
                    @Nullable String status) {

        static LengthView of(Length length) {
            return new LengthView(
                    length.since(), length.size(), length.unit(), length.word().orElse(null));
        }
    }

    static QueueView of(Queue queue) {
        return new QueueView(
                queue.source().value(),
                queue.now().map(LengthView::of).orElse(null),
                queue.lengths().stream().map(LengthView::of).toList(),
                queue.readAt().orElse(null));
    }
}
