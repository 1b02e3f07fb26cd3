package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.Sessions;
import dev.tallyport.application.activity.Metrics.Share;
import dev.tallyport.application.activity.MetricsQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Sessions that were created.
@Schema(name = "SessionMetrics", description = "Sessions that were created")
record SessionMetricsView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable Figures figures,
        List<TellingView> sources) {

    /// Counts of sessions.
    @Schema(name = "SessionMetricsFigures", description = "Counts of sessions")
    record Figures(
            long created,
            long withPlaybook,
            @Schema(
                            nullable = true,
                            description =
                                    "Those that a search belongs to; null when no source says of"
                                            + " searches where they belong")
                    @Nullable Long withSearch,
            @Schema(
                            nullable = true,
                            description =
                                    "Those that a merged pull request belongs to; null when no"
                                            + " source tells pull requests")
                    @Nullable Long withMergedPullRequests,
            @Schema(
                            nullable = true,
                            examples = "2.3333333333",
                            description =
                                    "What a session consumed in its whole life, over those that say"
                                            + " so, to ten digits; null when none does")
                    @Nullable BigDecimal averageLifetimeAcus,
            @Schema(description = "How many say what they consumed") long withAcus,
            List<ShareView> byOrigin,
            List<ShareView> bySize,
            List<ShareView> withMergedPullRequestsBySize) {

        static Figures of(Sessions sessions) {
            return new Figures(
                    sessions.created().sessions(),
                    sessions.withPlaybook(),
                    sessions.withSearch().orElse(null),
                    sessions.withMergedPullRequests().orElse(null),
                    sessions.averageAcus().orElse(null),
                    sessions.created().sessionsWithAcus(),
                    ShareView.of(sessions.byOrigin()),
                    ShareView.of(sessions.bySize()),
                    ShareView.of(sessions.withMergedPullRequestsBySize()));
        }
    }

    /// Sessions that have a word in common.
    @Schema(name = "SessionShare", description = "Sessions that have a word in common")
    record ShareView(
            @Schema(
                            nullable = true,
                            examples = "slack",
                            description = "The vendor's; null for those that state none")
                    @Nullable String word,
            long sessions) {

        static List<ShareView> of(List<Share> shares) {
            return shares.stream()
                    .map(share -> new ShareView(share.word().orElse(null), share.sessions()))
                    .toList();
        }
    }

    static SessionMetricsView of(MetricsQuestion question, Measured<Sessions> measured) {
        return new SessionMetricsView(
                question.start(),
                question.end(),
                measured.figures().map(Figures::of).orElse(null),
                TellingView.of(measured.sources()));
    }
}
