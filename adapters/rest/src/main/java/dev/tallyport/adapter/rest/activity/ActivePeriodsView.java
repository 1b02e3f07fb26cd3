package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import dev.tallyport.application.activity.MetricsQuestion;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many people were active, by period.
@Schema(name = "ActiveUsersOfPeriods", description = "How many people were active, by period")
record ActivePeriodsView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable List<PeriodView> figures,
        List<TellingView> sources) {

    /// People who were active in a period.
    @Schema(
            name = "ActiveUsersOfPeriod",
            description =
                    "People who were active in a period, each counted once in it; counts of several"
                            + " periods do not add up")
    record PeriodView(
            @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
            @Schema(description = "Not part of it", examples = "2026-01-17T00:00:00Z") Instant to,
            long activeUsers) {

        static PeriodView of(ActiveUsers active) {
            return new PeriodView(active.start(), active.end(), active.people());
        }
    }

    static ActivePeriodsView of(MetricsQuestion question, Measured<List<ActiveUsers>> measured) {
        return new ActivePeriodsView(
                question.start(),
                question.end(),
                measured.figures()
                        .map(some -> some.stream().map(PeriodView::of).toList())
                        .orElse(null),
                TellingView.of(measured.sources()));
    }
}
