package dev.tallyport.adapter.rest;

import static dev.tallyport.adapter.rest.export.ExportedLines.answered;
import static dev.tallyport.adapter.rest.export.ExportedLines.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.ReconciliationView.CountView;
import dev.tallyport.adapter.rest.ReconciliationView.DivisionView;
import dev.tallyport.adapter.rest.export.ExportedLines;
import dev.tallyport.adapter.rest.export.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReconciliationExportTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-16");
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void everythingIsAsOnThePage() {
        var answer =
                new ReconciliationView(
                        "acme",
                        new RangeView(DAY, DAY.plusDays(31)),
                        List.of(
                                new ComparisonView(
                                        "enterprise-daily",
                                        DAY,
                                        DAY.plusDays(1),
                                        "email|1",
                                        null,
                                        "cascade",
                                        null,
                                        null,
                                        new BigDecimal("15.25"),
                                        new BigDecimal("12.25"),
                                        new BigDecimal("3"),
                                        "ACU",
                                        "unattributed")),
                        List.of(
                                new CountView(
                                        "active-users",
                                        NOW,
                                        NOW.plusSeconds(60),
                                        new BigDecimal("42"),
                                        new BigDecimal("41"),
                                        "user",
                                        "unattributed")),
                        List.of(
                                new DivisionView(
                                        "acus",
                                        "sessions",
                                        new BigDecimal("830.5"),
                                        new BigDecimal("-12.25"),
                                        "ACU")),
                        new NamesView(
                                new TreeMap<>(Map.of("email|1", "Ada Lovelace")),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                new TreeMap<>()));

        var export =
                new ReconciliationExport(answer, Map.of("source", List.of("acme")), NOW)
                        .as(Format.JSON_LINES);

        var lines = ExportedLines.of(export);
        var page = answered(answer);
        assertThat(export.name()).isEqualTo("reconciliation-acme-2026-01-16-to-2026-02-16");
        assertThat(lines).hasSize(2);
        assertThat(stated(lines.getFirst()))
                .containsAll(stated(page.at("/comparisons/0")))
                .contains("userName=\"Ada Lovelace\"")
                .hasSize(page.at("/comparisons/0").size() + 1);
        var summary = lines.getLast().path("summary");
        assertThat(summary.path("counts")).isEqualTo(page.path("counts"));
        assertThat(summary.path("divisions")).isEqualTo(page.path("divisions"));
        assertThat(summary.path("answer").toString())
                .isEqualTo(
                        "[{\"source\":\"acme\",\"from\":\"2026-01-16\",\"to\":\"2026-02-16\","
                                + "\"exportedAt\":\"2026-02-01T12:00:00Z\"}]");
    }
}
