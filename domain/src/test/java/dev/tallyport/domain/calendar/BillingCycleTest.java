package dev.tallyport.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallyport.domain.calendar.AnyCalendar.CalendarDay;
import dev.tallyport.domain.calendar.AnyCalendar.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingCycleTest {

    @Property
    void everyDayBelongsToExactlyOneCycle(@ForAll("calendarDays") CalendarDay any) {
        var calendar = any.calendar();

        var cycle = calendar.cycleContaining(any.day());

        assertThat(cycle.contains(any.day())).isTrue();
        assertThat(cycle.days().days())
                .allMatch(day -> calendar.cycleContaining(day).equals(cycle));
        assertThat(calendar.cycleContaining(cycle.start().minusDays(1))).isNotEqualTo(cycle);
        assertThat(calendar.cycleContaining(cycle.end())).isNotEqualTo(cycle);
    }

    @Property
    void cyclesFollowOneAnotherWithoutAGap(@ForAll("calendarDays") CalendarDay any) {
        var calendar = any.calendar();
        var cycle = calendar.cycleContaining(any.day());

        var previous = calendar.previous(cycle);
        var next = calendar.next(cycle);

        assertThat(previous.end()).isEqualTo(cycle.start());
        assertThat(next.start()).isEqualTo(cycle.end());
        assertThat(calendar.next(previous)).isEqualTo(cycle);
        assertThat(calendar.previous(next)).isEqualTo(cycle);
    }

    @Property
    void theVendorsOwnRecordsAreCyclesAsTheyStand(@ForAll("calendars") BillingCalendar calendar) {
        assertThat(calendar.records())
                .allSatisfy(cycle ->
                        assertThat(cycle.days().days().map(calendar::cycleContaining))
                                .containsOnly(cycle));
    }

    @Property
    void cyclesBesideTheRecordsBeginOnTheAnchorOrWhereARecordEnds(
            @ForAll("calendarDays") CalendarDay any) {
        var calendar = any.calendar();

        var start = calendar.cycleContaining(any.day()).start();

        int anchor = Math.min(calendar.anchorDay(), start.lengthOfMonth());
        boolean touchesARecord =
                calendar.records().stream()
                        .anyMatch(one -> one.start().equals(start) || one.end().equals(start));
        assertThat(touchesARecord || start.getDayOfMonth() == anchor).isTrue();
    }

    @Property
    void anInstantBelongsToTheCycleOfItsDay(@ForAll("moments") Moment moment) {
        var calendar = moment.calendar();

        var cycle = calendar.cycleContaining(moment.instant());

        assertThat(cycle).isEqualTo(calendar.cycleContaining(calendar.dayOf(moment.instant())));
        assertThat(moment.instant())
                .isAfterOrEqualTo(calendar.startOf(cycle.start()))
                .isBefore(calendar.startOf(cycle.end()));
    }

    @Property
    void theAnchorIsRecognisedFromAnyOneOfItsCycles(
            @ForAll @IntRange(min = 1, max = 31) int anchor, @ForAll("days") LocalDate day) {
        var cycle = new BillingCalendar(ZoneOffset.UTC, List.of(), anchor).cycleContaining(day);

        var calendar = BillingCalendar.of(ZoneOffset.UTC, List.of(cycle));

        assertThat(calendar.anchorDay()).isEqualTo(anchor);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2026-03-01, 2026-02-28/2026-03-31",
        "31, 2026-02-27, 2026-01-31/2026-02-28",
        "31, 2026-04-30, 2026-04-30/2026-05-31",
        "31, 2026-12-31, 2026-12-31/2027-01-31",
        "31, 2024-03-01, 2024-02-29/2024-03-31",
        "30, 2024-02-29, 2024-02-29/2024-03-30",
        "30, 2026-02-28, 2026-02-28/2026-03-30",
        "30, 2026-03-30, 2026-03-30/2026-04-30",
        "29, 2024-02-29, 2024-02-29/2024-03-29",
        "29, 2026-03-01, 2026-02-28/2026-03-29",
        "29, 2100-02-28, 2100-02-28/2100-03-29",
        "15, 2026-01-14, 2025-12-15/2026-01-15",
        " 1, 2026-02-28, 2026-02-01/2026-03-01",
        "31, 0001-02-28, 0001-02-28/0001-03-31",
        "31, 9999-12-30, 9999-11-30/9999-12-31",
    })
    void aMonthTooShortForTheAnchorBeginsItsCycleOnItsLastDay(
            int anchor, LocalDate day, String cycle) {
        var calendar = new BillingCalendar(ZoneOffset.UTC, List.of(), anchor);

        assertThat(calendar.cycleContaining(day)).hasToString(cycle);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02, 2025-12-20/2026-01-03",
        "2026-01-03, 2026-01-03/2026-01-20",
        "2026-01-25, 2026-01-20/2026-02-10",
        "2026-02-15, 2026-02-10/2026-02-20",
        "2026-02-20, 2026-02-20/2026-03-05",
        "2026-03-05, 2026-03-05/2026-04-20",
        "2026-04-20, 2026-04-20/2026-05-20",
    })
    void theAnchorFillsInBesideTheRecordsButNeverCutsThem(LocalDate day, String cycle) {
        var calendar =
                BillingCalendar.of(
                        ZoneOffset.UTC,
                        List.of(
                                cycle("2026-01-03", "2026-01-20"),
                                cycle("2026-02-10", "2026-02-20"),
                                cycle("2026-03-05", "2026-04-20")));

        assertThat(calendar.cycleContaining(day)).hasToString(cycle);
    }

    @Test
    void withoutRecordsCyclesAreMonthsOfTheCalendar() {
        var calendar = BillingCalendar.of(ZoneOffset.UTC, List.of());

        var cycle = calendar.cycleContaining(LocalDate.parse("2026-07-15"));

        assertThat(cycle).isEqualTo(cycle("2026-07-01", "2026-08-01"));
    }

    @Test
    void aCycleStatedAsInstantsIsCutOnTheVendorsDays() {
        var devin = BillingCalendar.of(ZoneId.of("-08:00"), List.of());

        var cycle =
                devin.cycleBetween(
                        Instant.parse("2026-06-15T08:00:00Z"),
                        Instant.parse("2026-07-15T08:00:00Z"));

        assertThat(cycle).isEqualTo(cycle("2026-06-15", "2026-07-15"));
    }

    @Test
    void recordsThatOverlapAreRefusedByName() {
        var records = List.of(cycle("2026-01-01", "2026-02-01"), cycle("2026-01-31", "2026-03-01"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCalendar.of(ZoneOffset.UTC, records))
                .withMessageContainingAll("2026-01-01/2026-02-01", "2026-01-31/2026-03-01");
    }

    @Test
    void recordsOutOfOrderAreRefusedByName() {
        var records = List.of(cycle("2026-02-01", "2026-03-01"), cycle("2026-01-01", "2026-02-01"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCalendar.of(ZoneOffset.UTC, records))
                .withMessageContainingAll("2026-02-01/2026-03-01", "2026-01-01/2026-02-01");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, -1})
    void anAnchorThatNoMonthHasIsRefused(int anchor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BillingCalendar(ZoneOffset.UTC, List.of(), anchor))
                .withMessageContaining(String.valueOf(anchor));
    }

    private static BillingCycle cycle(String start, String end) {
        return BillingCycle.of(LocalDate.parse(start), LocalDate.parse(end));
    }

    @Provide
    Arbitrary<CalendarDay> calendarDays() {
        return AnyCalendar.calendarDays();
    }

    @Provide
    Arbitrary<BillingCalendar> calendars() {
        return AnyCalendar.calendars();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return AnyCalendar.days();
    }

    @Provide
    Arbitrary<Moment> moments() {
        return AnyCalendar.moments();
    }
}
