package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.MetricsQuestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Searches that were made.
@Schema(name = "SearchMetrics", description = "Searches that were made")
record SearchMetricsView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable Figures figures,
        List<TellingView> sources) {

    /// How many there were.
    @Schema(name = "SearchMetricsFigures", description = "Counts of searches")
    record Figures(long created) {}

    static SearchMetricsView of(MetricsQuestion question, Measured<Long> measured) {
        return new SearchMetricsView(
                question.start(),
                question.end(),
                measured.figures().map(Figures::new).orElse(null),
                TellingView.of(measured.sources()));
    }
}
