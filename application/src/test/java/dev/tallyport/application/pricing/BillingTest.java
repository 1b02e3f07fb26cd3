package dev.tallyport.application.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BillingTest {

    private static final Billing BILLING =
            new Billing(
                    new SourceName("acme"),
                    "acus",
                    BillingCalendar.of(ZoneOffset.ofHours(-8), List.of()),
                    Optional.empty(),
                    Set.of());

    @ParameterizedTest
    @CsvSource({
        // The end is not part of the window: neither is a day that begins with it.
        "2026-03-01T08:00:00Z, 2026-03-16T08:00:00Z, 2026-03-01, 2026-03-16",
        "2026-03-01T08:00:00Z, 2026-03-16T08:00:01Z, 2026-03-01, 2026-03-17",
        "2026-03-01T07:59:59Z, 2026-03-16T07:00:00Z, 2026-02-28, 2026-03-16",
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z, 2026-03-01, 2026-03-01"
    })
    void aWindowReachesIntoTheDaysThatHaveSomeOfIt(
            Instant from, Instant to, LocalDate first, LocalDate end) {
        assertThat(BILLING.daysOf(new Window.Instants(from, to)))
                .isEqualTo(DateRange.of(first, end));
    }
}
