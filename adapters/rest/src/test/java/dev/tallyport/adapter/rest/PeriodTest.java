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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void aNamedPeriodIsThroughTodayOrUpToNowInTheCalendarThatIsMeant() {
        assertThat(named("last-7-days")).isEqualTo(days("2026-01-14", "2026-01-21"));
        assertThat(named("last-hour"))
                .isEqualTo(instants("2026-01-20T11:00:00Z", "2026-01-20T12:00:00Z"));
        assertThat(named("last-24-hours"))
                .isEqualTo(instants("2026-01-19T12:00:00Z", "2026-01-20T12:00:00Z"));
        assertThat(named("last-month")).isEqualTo(days("2025-12-01", "2026-01-01"));
        assertThat(named("this-cycle")).isEqualTo(days("2026-01-16", "2026-01-21"));
        assertThat(named("previous-cycle")).isEqualTo(days("2025-12-16", "2026-01-16"));
    }

    @Test
    void whatItIsComparedWithIsTheMonthOrCycleBeforeOrAsMuchTime() {
        assertThat(before("last-7-days")).isEqualTo(days("2026-01-07", "2026-01-14"));
        assertThat(before("last-hour"))
                .isEqualTo(instants("2026-01-20T10:00:00Z", "2026-01-20T11:00:00Z"));
        assertThat(before("last-month")).isEqualTo(days("2025-11-01", "2025-12-01"));
        assertThat(before("this-cycle")).isEqualTo(days("2025-12-16", "2025-12-21"));
        assertThat(before("previous-cycle")).isEqualTo(days("2025-11-16", "2025-12-16"));
    }

    @Test
    void aPeriodOfAnyOtherNameOrBesideFromAndToIsWrong() {
        assertThat(List.of("last-0-days", "last-9999-hours", "LAST-HOUR", "last-days"))
                .allSatisfy(name ->
                        assertThat(violations(Map.of("period", List.of(name))))
                                .extracting(Violation::parameter)
                                .containsExactly("period"));
        assertThat(
                        violations(
                                Map.of(
                                        "period", List.of("last-hour"),
                                        "from", List.of("2026-01-01"))))
                .extracting(Violation::parameter)
                .containsExactly("period");
    }

    @Test
    void aDateTimeWithoutAnOffsetIsOfTheZoneThatIsSaid() {
        var sent = Map.of("from", List.of("2026-01-01T00:00"), "to", List.of("2026-01-02T00:00"));
        var query = query(sent);

        var period = Period.of(query, Optional.of(ZoneId.of("Europe/Berlin")));

        query.requireValid();
        assertThat(period.window(NOW, cycles(), cycles().calendar()))
                .isEqualTo(instants("2025-12-31T23:00:00Z", "2026-01-01T23:00:00Z"));
        assertThat(violations(sent)).extracting(Violation::parameter).containsExactly("from", "to");
    }

    private static Window named(String name) {
        return window(Map.of("period", List.of(name)));
    }

    private static Window before(String name) {
        var period = Period.of(query(Map.of("period", List.of(name))), Optional.empty());
        return period.before(named(name), cycles());
    }

    private static Query query(Map<String, List<String>> sent) {
        return Query.of(sent, "period", "from", "to");
    }

    private static Window window(Map<String, List<String>> sent) {
        var query = query(sent);
        var period = Period.of(query, Optional.empty());
        query.requireValid();
        return period.window(NOW, cycles(), cycles().calendar());
    }

    private static List<Violation> violations(Map<String, List<String>> sent) {
        var query = query(sent);
        Period.of(query, Optional.empty());
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
