package dev.tallyport.adapter.rest.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Measured.Standing;
import dev.tallyport.application.activity.Metrics;
import dev.tallyport.application.activity.MetricsQuestion;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsViewTest {

    private static final MetricsQuestion QUESTION =
            new MetricsQuestion(
                    new Visibility.Everything(),
                    Instant.parse("2026-01-16T00:00:00Z"),
                    Instant.parse("2026-02-16T00:00:00Z"),
                    ActivityFilter.ALL);

    private static final List<Standing> SOURCES =
            List.of(
                    new Standing(
                            new SourceName("acme"),
                            EnumSet.of(Kind.SESSION),
                            EnumSet.of(Kind.SEARCH, Kind.PULL_REQUEST),
                            Optional.empty()));

    @Test
    void whatNoSourceSaysIsNullAndNamedWithTheSource() {
        var usage =
                new Metrics.Usage(
                        Optional.of(0L), Optional.empty(), Optional.empty(), Optional.empty());

        var view = UsageMetricsView.of(QUESTION, new Measured<>(Optional.of(usage), SOURCES));

        assertThat(view.figures()).isEqualTo(new UsageMetricsView.Figures(0L, null, null, null));
        assertThat(view.sources())
                .containsExactly(
                        new TellingView(
                                "acme",
                                List.of("session"),
                                List.of("pull-request", "search"),
                                null));
    }

    @Test
    void noFiguresAreNull() {
        var view = SearchMetricsView.of(QUESTION, new Measured<>(Optional.empty(), List.of()));

        assertThat(view)
                .isEqualTo(
                        new SearchMetricsView(QUESTION.start(), QUESTION.end(), null, List.of()));
    }
}
