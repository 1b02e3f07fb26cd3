package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.PullRequests;
import dev.tallyport.application.activity.MetricsQuestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Pull requests that were created.
@Schema(name = "PullRequestMetrics", description = "Pull requests that were created")
record PullRequestMetricsView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable Figures figures,
        List<TellingView> sources) {

    /// How they stand now.
    @Schema(name = "PullRequestMetricsFigures", description = "Counts of pull requests")
    record Figures(
            @Schema(description = "All, in whatever state") long created,
            @Schema(description = "Open now") long opened,
            @Schema(description = "Closed by now without a merge") long closed,
            @Schema(description = "Merged by now") long merged) {

        static Figures of(PullRequests counts) {
            return new Figures(counts.created(), counts.opened(), counts.closed(), counts.merged());
        }
    }

    static PullRequestMetricsView of(MetricsQuestion question, Measured<PullRequests> measured) {
        return new PullRequestMetricsView(
                question.start(),
                question.end(),
                measured.figures().map(Figures::of).orElse(null),
                TellingView.of(measured.sources()));
    }
}
