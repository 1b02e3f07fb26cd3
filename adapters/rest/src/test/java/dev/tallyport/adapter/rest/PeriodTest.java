package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.application.reporting.FindCycles.Cycles;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.calendar.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    @Test
    void withoutParametersItIsTheCurrentCycleThroughToday() {
        assertThat(window(Map.of())).isEqualTo(days("2026-01-16", "2026-01-21"));
    }

    @Test
    void twoDatesAreDaysByTheirLabels() {
        assertThat(window(Map.of("from", List.of("2025-12-01"), "to", List.of("2026-01-01"))))
                .isEqualTo(days("2025-12-01", "2026-01-01"));
    }

    @Test
    void twoDateTimesAreInstants() {
        var sent =
                Map.of(
                        "from", List.of("2025-12-01T00:00:00-08:00"),
                        "to", List.of("2026-01-01T00:00:00Z"));

        assertThat(window(sent))
                .isEqualTo(instants("2025-12-01T08:00:00Z", "2026-01-01T00:00:00Z"));
    }

    @Test
    void anEndAloneBeforeTheCurrentCycleAsksForTheCycleItEndsIn() {
        assertThat(window(Map.of("to", List.of("2026-01-16"))))
                .isEqualTo(days("2025-12-16", "2026-01-16"));
        assertThat(window(Map.of("to", List.of("2026-01-16T08:00:00Z"))))
                .isEqualTo(instants("2025-12-16T08:00:00Z", "2026-01-16T08:00:00Z"));
    }

    @Test
    void aStartAloneGoesThroughNowAndInTheFutureAsksForNothing() {
        assertThat(window(Map.of("from", List.of("2025-12-01"))))
                .isEqualTo(days("2025-12-01", "2026-01-21"));
        assertThat(window(Map.of("from", List.of("2025-12-01T00:00:00Z"))))
                .isEqualTo(instants("2025-12-01T00:00:00Z", "2026-01-20T12:00:00Z"));
        assertThat(window(Map.of("from", List.of("2026-03-01"))))
                .isEqualTo(days("2026-03-01", "2026-03-01"));
    }

    @Test
    void aDateAndADateTimeDoNotGoTogether() {
        var sent = Map.of("from", List.of("2025-12-01"), "to", List.of("2026-01-01T00:00:00Z"));

        assertThat(violations(sent)).extracting(Violation::parameter).containsExactly("to");
    }

    @Test
    void theEndIsNotBeforeTheStart() {
        var days = Map.of("from", List.of("2025-12-02"), "to", List.of("2025-12-01"));
        var instants =
                Map.of(
                        "from", List.of("2025-12-01T00:00:00Z"),
                        "to", List.of("2025-12-01T00:00:00+01:00"));

        assertThat(violations(days)).extracting(Violation::parameter).containsExactly("to");
        assertThat(violations(instants)).extracting(Violation::parameter).containsExactly("to");
    }

    private static Window window(Map<String, List<String>> sent) {
        var query = Query.of(sent, "from", "to");
        var period = Period.of(query);
        query.requireValid();
        return period.window(NOW, cycles());
    }

    private static List<Violation> violations(Map<String, List<String>> sent) {
        var query = Query.of(sent, "from", "to");
        Period.of(query);
        var refused = catchThrowableOfType(ProblemException.class, query::requireValid);
        var violations = refused.problem().violations();
        return violations == null ? List.of() : violations;
    }

    private static Window days(String from, String to) {
        return new Window.Days(DateRange.of(LocalDate.parse(from), LocalDate.parse(to)));
    }

    private static Window instants(String from, String to) {
        return new Window.Instants(Instant.parse(from), Instant.parse(to));
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
