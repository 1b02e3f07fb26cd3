package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.Usage;
import dev.tallyport.application.activity.MetricsQuestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much was done with agents.
@Schema(name = "UsageMetrics", description = "How much was done with agents")
record UsageMetricsView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable Figures figures,
        List<TellingView> sources) {

    /// A count is null when no source says.
    @Schema(
            name = "UsageMetricsFigures",
            description = "Counts; one is null when no source says, which is not zero")
    record Figures(
            @Schema(nullable = true) @Nullable Long sessions,
            @Schema(nullable = true) @Nullable Long searches,
            @Schema(nullable = true) @Nullable Long pullRequestsCreated,
            @Schema(nullable = true) @Nullable Long pullRequestsMerged) {

        static Figures of(Usage usage) {
            return new Figures(
                    usage.sessions().orElse(null),
                    usage.searches().orElse(null),
                    usage.pullRequestsCreated().orElse(null),
                    usage.pullRequestsMerged().orElse(null));
        }
    }

    static UsageMetricsView of(MetricsQuestion question, Measured<Usage> measured) {
        return new UsageMetricsView(
                question.start(),
                question.end(),
                measured.figures().map(Figures::of).orElse(null),
                TellingView.of(measured.sources()));
    }
}
