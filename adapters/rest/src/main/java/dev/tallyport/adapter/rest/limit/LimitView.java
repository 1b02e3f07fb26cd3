package dev.tallyport.adapter.rest.limit;

import dev.tallyport.application.limit.StatedLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A limit as a vendor states it, and what counts against it.
@Schema(
        name = "Limit",
        description = "A limit as a vendor states it, and what counts against it as far as known")
record LimitView(
        @Schema(examples = "acme") String source,
        @Schema(
                        examples = "acu-limit-cloud",
                        description = "The vendor's limits differ by it in what they are of")
                String limit,
        @Schema(nullable = true, examples = "email|1", description = "Null when it is of no one")
                @Nullable String user,
        @Schema(nullable = true, examples = "org-1") @Nullable String organization,
        @Schema(nullable = true, description = "Null when it is of all that the limit is of")
                @Nullable String product,
        @Schema(description = "Whether it holds for each user without a limit of their own")
                boolean ofEachUser,
        @Schema(
                        nullable = true,
                        examples = "500",
                        description = "Zero allows nothing; null is no limit")
                @Nullable BigDecimal most,
        @Schema(
                        nullable = true,
                        examples = "120.5",
                        description = "In the same unit; null when the source does not say")
                @Nullable BigDecimal used,
        @Schema(examples = "ACU") String unit,
        @Schema(nullable = true, description = "The billing cycle in which it was used")
                @Nullable CycleView cycle,
        @Schema(
                        nullable = true,
                        description = "What the vendor says beside it, such as when it begins anew")
                @Nullable String word,
        @Schema(
                        examples = "2026-01-16T09:30:00Z",
                        description = "When it was first seen, or the stretch begins that it is of")
                Instant since) {

    /// Days in a row.
    @Schema(name = "LimitCycle", description = "The days of a billing cycle, by their labels")
    record CycleView(
            @Schema(examples = "2026-01-16") LocalDate from,
            @Schema(description = "The first day no longer in it", examples = "2026-02-16")
                    LocalDate to) {}

    static LimitView of(StatedLimit limit) {
        return new LimitView(
                limit.source().value(),
                limit.name(),
                limit.user().orElse(null),
                limit.organization().orElse(null),
                limit.product().orElse(null),
                limit.isOfEachUser(),
                limit.most().orElse(null),
                limit.used().orElse(null),
                limit.unit(),
                limit.cycle().map(cycle -> new CycleView(cycle.start(), cycle.end())).orElse(null),
                limit.word().orElse(null),
                limit.since());
    }
}
