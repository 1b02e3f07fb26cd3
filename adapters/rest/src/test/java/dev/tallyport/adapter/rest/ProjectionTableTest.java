package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.adapter.rest.export.ExportedLines;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.pricing.ProjectCosts.NoProjection;
import dev.tallyport.application.pricing.ProjectCosts.Outlook;
import dev.tallyport.application.pricing.ProjectCosts.Series;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Projection;
import dev.tallyport.domain.source.SourceName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProjectionTableTest {

    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void aRowSaysWhatThePageSays() {
        var projection =
                Projection.of(Collections.nCopies(7, dollars("10")), dollars("70"), 3)
                        .orElseThrow();

        var line = lineOf(Optional.of(projection), Optional.empty());

        assertThat(line.path("source").asText()).isEqualTo("acme");
        assertThat(line.path("cycleFrom").asText()).isEqualTo("2026-01-16");
        assertThat(line.path("cycleTo").asText()).isEqualTo("2026-02-16");
        assertThat(line.path("kind").asText()).isEqualTo("contracted");
        assertThat(line.path("spent").decimalValue()).isEqualByComparingTo("82.5");
        assertThat(line.path("estimate").decimalValue()).isEqualByComparingTo("100");
        assertThat(line.path("settledDays").asInt()).isEqualTo(7);
        assertThat(line.path("daysAhead").asInt()).isEqualTo(3);
        assertThat(line.path("reason").isNull()).isTrue();
    }

    @Test
    void whereThereIsNoneItSaysWhy() {
        var line = lineOf(Optional.empty(), Optional.of(NoProjection.TOO_FEW_SETTLED_DAYS));

        assertThat(line.path("estimate").isNull()).isTrue();
        assertThat(line.path("percent").isNull()).isTrue();
        assertThat(line.path("spent").decimalValue()).isEqualByComparingTo("82.5");
        assertThat(line.path("reason").asText()).isEqualTo("too_few_settled_days");
    }

    private static JsonNode lineOf(Optional<Projection> projection, Optional<NoProjection> reason) {
        var outlook =
                new Outlook(
                        new SourceName("acme"),
                        DateRange.of(LocalDate.parse("2026-01-16"), LocalDate.parse("2026-02-16")),
                        false,
                        List.of(
                                new Series(
                                        MoneyKind.CONTRACTED,
                                        USD,
                                        List.of(),
                                        dollars("82.5"),
                                        projection,
                                        reason)),
                        List.of());
        return ExportedLines.of(
                        ProjectionTable.TABLE, ProjectionTable.rows(outlook).toList(), Summary.NONE)
                .getFirst();
    }

    private static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
