package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import dev.tallyport.application.activity.MetricsQuestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many people were active.
@Schema(name = "ActiveUsers", description = "How many people were active")
record ActiveUsersView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable Figures figures,
        List<TellingView> sources) {

    /// People, each once.
    @Schema(name = "ActiveUsersFigures", description = "People, each counted once")
    record Figures(long activeUsers) {}

    static ActiveUsersView of(MetricsQuestion question, Measured<ActiveUsers> measured) {
        return new ActiveUsersView(
                question.start(),
                question.end(),
                measured.figures().map(active -> new Figures(active.people())).orElse(null),
                TellingView.of(measured.sources()));
    }
}
