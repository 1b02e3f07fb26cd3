package dev.tallyport.adapter.rest.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.ActiveLeast;
import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.activity.CountedPeriod;
import dev.tallyport.application.activity.MetricsQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsQueryTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Visibility EVERYTHING = new Visibility.Everything();

    private static MetricsQuestion question(Map<String, List<String>> sent) {
        return MetricsQuery.of(EVERYTHING, sent, NOW);
    }

    private static MetricsQuery.OfActive days(Map<String, List<String>> sent) {
        return MetricsQuery.OfActive.of(EVERYTHING, sent, NOW, Optional.of(CountedPeriod.DAY));
    }

    @Test
    void nothingSaidIsThirtyDaysOfUtcThroughNow() {
        assertThat(question(Map.of()))
                .isEqualTo(
                        new MetricsQuestion(
                                EVERYTHING,
                                Instant.parse("2026-01-02T00:00:00Z"),
                                NOW,
                                ActivityFilter.ALL));
    }

    @Test
    void anEndAloneIsThirtyDaysBeforeItAndAStartAloneThroughNow() {
        var end = question(Map.of("to", List.of("2026-01-31")));
        var start = question(Map.of("from", List.of("2026-01-30")));
        var future = question(Map.of("from", List.of("2026-03-01")));

        assertThat(end.start()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(end.end()).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(start.end()).isEqualTo(NOW);
        assertThat(future.start()).isEqualTo(future.end());
    }

    @Test
    void activeIsWhoDidAnythingUnlessMoreIsWanted() {
        var more = Map.of("minSessions", List.of("3"), "minSearches", List.of("2"));

        assertThat(days(Map.of()).least()).isEqualTo(ActiveLeast.ANYTHING);
        assertThat(days(more).least()).isEqualTo(new ActiveLeast(3, 2));
    }

    @Test
    void filtersAreAskedFor() {
        var asked =
                MetricsQuery.of(
                        EVERYTHING,
                        Map.of(
                                "user", List.of("email|1"),
                                "person", List.of("me"),
                                "playbook", List.of("p1")),
                        NOW,
                        Filters.PLAYBOOK);

        assertThat(asked.filter())
                .isEqualTo(
                        new ActivityFilter(
                                Filter.ALL
                                        .withOnly(Dimension.USER, Set.of("email|1"))
                                        .withOnly(Dimension.PERSON, Set.of(Filter.ME)),
                                Optional.empty(),
                                Optional.of(Set.of("p1"))));
    }

    @Test
    void thereAreNoMoreThanAThousandPeriods() {
        var days = Map.of("from", List.of("2023-01-01"), "to", List.of("2025-09-27"));
        var oneMore = Map.of("from", List.of("2023-01-01"), "to", List.of("2025-09-28"));

        assertThat(days(days).question().end()).isEqualTo("2025-09-27T00:00:00Z");
        assertThatThrownBy(() -> days(oneMore)).hasMessage("400 A parameter is wrong: to");
        assertThatThrownBy(() ->
                        days(Map.of("from", List.of("0001-01-01"), "to", List.of("9999-12-31"))))
                .hasMessage("400 A parameter is wrong: to");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        days(
                                Map.of(
                                        "minSessions", List.of("0"),
                                        "minSearches", List.of("many"),
                                        "from", List.of("yesterday"),
                                        "playbook", List.of("p1"))))
                .hasMessage("400 Parameters are wrong: playbook, minSessions, minSearches, from");
    }

    @Test
    void aFileIsOfDaysUnlessSaidOtherwise() {
        var plain = MetricsQuery.OfExport.of(EVERYTHING, Map.of(), NOW);
        var said =
                MetricsQuery.OfExport.of(
                        EVERYTHING,
                        Map.of(
                                "each", List.of("month"),
                                "format", List.of("xlsx"),
                                "minSessions", List.of("2")),
                        NOW);

        assertThat(plain.each()).isEqualTo(CountedPeriod.DAY);
        assertThat(plain.format()).isEqualTo(Format.CSV);
        assertThat(said.each()).isEqualTo(CountedPeriod.MONTH);
        assertThat(said.format()).isEqualTo(Format.XLSX);
        assertThat(said.least()).isEqualTo(new ActiveLeast(2, 1));
        assertThatThrownBy(() ->
                        MetricsQuery.OfExport.of(
                                EVERYTHING,
                                Map.of("each", List.of("year"), "format", List.of("pdf")),
                                NOW))
                .hasMessage("400 Parameters are wrong: format, each");
    }
}
