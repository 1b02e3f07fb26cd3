package dev.tallyport.adapter.devinapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    private final ConsumptionParameters parameters = new ConsumptionParameters();

    @Test
    void withoutParametersItIsTheCurrentCycleUpToNow() {
        assertThat(window()).isEqualTo(between("2026-01-16T08:00:00Z", "2026-01-20T12:00:00Z"));
    }

    @Test
    void anEndInTheCurrentCycleGoesWithItsStart() {
        parameters.end = List.of("2026-01-18T08:00:00Z");

        assertThat(window()).isEqualTo(between("2026-01-16T08:00:00Z", "2026-01-18T08:00:00Z"));
    }

    @Test
    void anEndBeforeTheCurrentCycleGoesWithTheStartOfTheCycleItLiesIn() {
        parameters.end = List.of("2025-12-20");

        assertThat(window()).isEqualTo(between("2025-12-16T08:00:00Z", "2025-12-20T00:00:00Z"));
    }

    @Test
    void theEndOfACycleAsksForThatCycle() {
        parameters.endDate = List.of("2026-01-16T08:00:00Z");

        assertThat(window()).isEqualTo(between("2025-12-16T08:00:00Z", "2026-01-16T08:00:00Z"));
    }

    @Test
    void aStartAloneGoesUpToNow() {
        parameters.start = List.of("2025-11-01");

        assertThat(window()).isEqualTo(between("2025-11-01T00:00:00Z", "2026-01-20T12:00:00Z"));
    }

    @Test
    void aStartInTheFutureAsksForNothing() {
        parameters.start = List.of("2026-02-01");

        assertThat(window()).isEqualTo(between("2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    @Test
    void theNameWithDateWinsAndTheLastOfSeveralValuesCounts() {
        parameters.startDate = List.of("2025-12-01", "2025-12-02");
        parameters.start = List.of("2025-11-01");
        parameters.endDate = List.of("2025-12-03");
        parameters.end = List.of("2025-12-09");

        assertThat(window()).isEqualTo(between("2025-12-02T00:00:00Z", "2025-12-03T00:00:00Z"));
    }

    @Test
    void everyWrongParameterIsNamedAsItWasWritten() {
        parameters.startDate = List.of("");
        parameters.start = List.of("x".repeat(1000));
        parameters.end = List.of("2025-02-30");

        var errors = errors();

        assertThat(errors).allMatch(error -> error.type().equals("datetime_parsing"));
        assertThat(errors)
                .extracting(ValidationError::loc)
                .containsExactly(
                        List.of("query", "start_date"),
                        List.of("query", "start"),
                        List.of("query", "end"));
        assertThat(errors)
                .extracting(ValidationError::input)
                .containsExactly("", "x".repeat(200), "2025-02-30");
    }

    @Test
    void anEndBeforeTheStartIsAnErrorOfTheEnd() {
        parameters.start = List.of("2025-12-02");
        parameters.endDate = List.of("2025-12-01");

        assertThat(errors())
                .singleElement()
                .extracting(ValidationError::loc, ValidationError::input)
                .containsExactly(List.of("query", "end_date"), "2025-12-01");
    }

    @Test
    void organizationsAreRepeatedOrJoinedAndBlanksCountForNothing() {
        parameters.orgIds = List.of("org-1, org-2", "", "org-3,,org-1");
        parameters.orgIdsInBrackets = List.of("org-4");

        assertThat(parameters.organizations().orElseThrow())
                .containsExactlyInAnyOrder("org-1", "org-2", "org-3", "org-4");
    }

    private Window window() {
        return Period.of(parameters).window(NOW, PeriodTest::cycles);
    }

    private List<ValidationError> errors() {
        var refusal = catchThrowableOfType(Refusal.class, () -> Period.of(parameters));
        assertThat(refusal.response().getStatus()).isEqualTo(422);
        return ((HttpValidationError) refusal.response().getEntity()).detail();
    }

    private static Window between(String start, String end) {
        return new Window.Instants(Instant.parse(start), Instant.parse(end));
    }

    private static Cycles cycles() {
        var records = List.of(cycle("2025-12-16", "2026-01-16"), cycle("2026-01-16", "2026-02-16"));
        return new Cycles(
                BillingCalendar.of(ZoneOffset.ofHours(-8), records), records, records.getLast());
    }

    private static BillingCycle cycle(String start, String end) {
        return BillingCycle.of(LocalDate.parse(start), LocalDate.parse(end));
    }
}
