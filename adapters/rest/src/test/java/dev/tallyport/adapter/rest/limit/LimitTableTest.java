package dev.tallyport.adapter.rest.limit;

import static dev.tallyport.adapter.rest.export.ExportedLines.answered;
import static dev.tallyport.adapter.rest.export.ExportedLines.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.Named;
import dev.tallyport.adapter.rest.export.ExportedLines;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.limit.StatedLimit;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LimitTableTest {

    @Test
    void aLimitSaysWhatItSaysOnThePage() {
        var limit = limit(Optional.empty());

        var lines = ExportedLines.of(LimitTable.TABLE, List.of(named(limit)), Summary.NONE);

        assertThat(stated(lines.getFirst())).isEqualTo(stated(answered(LimitView.of(limit))));
    }

    @Test
    void theDaysOfACycleHaveColumnsOfTheirOwn() {
        var cycle = BillingCycle.of(LocalDate.parse("2026-01-16"), LocalDate.parse("2026-02-16"));

        var lines =
                ExportedLines.of(
                        LimitTable.TABLE, List.of(named(limit(Optional.of(cycle)))), Summary.NONE);

        assertThat(lines.getFirst().path("cycleFrom").asText()).isEqualTo("2026-01-16");
        assertThat(lines.getFirst().path("cycleTo").asText()).isEqualTo("2026-02-16");
    }

    private static Named<StatedLimit> named(StatedLimit limit) {
        return new Named<>(limit, LimitTable.named(limit), DisplayNames.NONE);
    }

    private static StatedLimit limit(Optional<BillingCycle> cycle) {
        return new StatedLimit(
                new SourceName("acme"),
                "acu-limit-cloud",
                Optional.of("email|1"),
                Optional.of("org-1"),
                Optional.of("cascade"),
                Optional.of(new BigDecimal("500")),
                "ACU",
                false,
                Optional.of("monthly"),
                Instant.parse("2026-01-02T10:00:00Z"),
                Optional.of(new BigDecimal("120.5")),
                cycle);
    }
}
