package dev.tallyport.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallyport.domain.calendar.AnyCalendar.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingDayTest {

    private static final long TWO_DAYS = 172_800_000_000_000L;

    @Property
    void everyInstantBelongsToExactlyOneDay(@ForAll("moments") Moment moment) {
        var calendar = moment.calendar();
        var around = calendar.dayOf(moment.instant()).minusDays(3);

        var owners =
                around.datesUntil(around.plusDays(7))
                        .filter(day -> !moment.instant().isBefore(calendar.startOf(day)))
                        .filter(day -> moment.instant().isBefore(calendar.endOf(day)));

        assertThat(owners).containsExactly(calendar.dayOf(moment.instant()));
    }

    @Property
    void laterInstantsNeverBelongToEarlierDays(
            @ForAll("moments") Moment moment,
            @ForAll @LongRange(min = 0, max = TWO_DAYS) long later) {
        var day = moment.calendar().dayOf(moment.instant());

        var laterDay = moment.calendar().dayOf(moment.instant().plusNanos(later));

        assertThat(laterDay).isAfterOrEqualTo(day);
    }

    @Property
    void aDayEndsWhereTheNextOneStarts(
            @ForAll("calendars") BillingCalendar calendar, @ForAll("days") LocalDate day) {
        assertThat(calendar.endOf(day)).isEqualTo(calendar.startOf(day.plusDays(1)));
        assertThat(calendar.startOf(day)).isBeforeOrEqualTo(calendar.endOf(day));
    }

    @Test
    void everyInstantAroundEveryKnownClockChangeBelongsToItsDay() {
        var strays =
                ZoneId.getAvailableZoneIds().stream()
                        .map(id -> BillingCalendar.of(ZoneId.of(id), List.of()))
                        .flatMap(BillingDayTest::aroundClockChanges)
                        .filter(BillingDayTest::isOutsideItsDay);

        assertThat(strays).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2024-03-31, PT23H",
        "Europe/Berlin, 2024-10-27, PT25H",
        "Europe/Berlin, 2025-03-30, PT23H",
        "Europe/Berlin, 2025-10-26, PT25H",
        "Europe/Berlin, 2026-03-29, PT23H",
        "Europe/Berlin, 2026-10-25, PT25H",
        "America/Los_Angeles, 2024-03-10, PT23H",
        "America/Los_Angeles, 2024-11-03, PT25H",
        "America/Los_Angeles, 2025-03-09, PT23H",
        "America/Los_Angeles, 2025-11-02, PT25H",
        "America/Los_Angeles, 2026-03-08, PT23H",
        "America/Los_Angeles, 2026-11-01, PT25H",
        "Australia/Lord_Howe, 2026-04-05, PT24H30M",
        "Australia/Lord_Howe, 2026-10-04, PT23H30M",
        "Pacific/Chatham, 2026-04-05, PT25H",
        "Pacific/Chatham, 2026-09-27, PT23H",
        "America/Havana, 2025-03-09, PT23H",
        "America/Havana, 2025-11-02, PT25H",
        "America/Sao_Paulo, 2018-02-17, PT25H",
        "America/Sao_Paulo, 2018-11-04, PT23H",
        "America/St_Johns, 2010-03-14, PT23H",
        "America/St_Johns, 2010-11-07, PT25H",
        "Pacific/Apia, 2011-12-30, PT0S",
        "-08:00, 2026-03-08, PT24H",
        "-08:00, 2026-11-01, PT24H",
    })
    void aDayOfAClockChangeIsLongerOrShorterAndWhollyItsOwn(
            ZoneId zone, LocalDate day, Duration length) {
        var calendar = BillingCalendar.of(zone, List.of());
        var start = calendar.startOf(day);

        var owners =
                LongStream.range(0, length.toSeconds())
                        .mapToObj(start::plusSeconds)
                        .map(calendar::dayOf);

        assertThat(Duration.between(start, calendar.endOf(day))).isEqualTo(length);
        assertThat(owners).allMatch(day::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T07:59:59Z, 2026-06-30",
        "2026-07-01T08:00:00Z, 2026-07-01",
        "2026-01-01T07:59:59Z, 2025-12-31",
        "2026-01-01T08:00:00Z, 2026-01-01",
    })
    void aDayAtAFixedOffsetBeginsAtTheSameTimeAllYear(Instant instant, LocalDate day) {
        var devin = BillingCalendar.of(ZoneId.of("-08:00"), List.of());

        assertThat(devin.dayOf(instant)).isEqualTo(day);
    }

    @Test
    void theHourBeforeMidnightThatClocksRepeatBelongsToTheDayThatHasBegun() {
        var calendar = BillingCalendar.of(ZoneId.of("America/St_Johns"), List.of());

        var midnight = calendar.startOf(LocalDate.parse("2010-11-07"));

        assertThat(midnight).isEqualTo("2010-11-07T02:30:00Z");
        assertThat(calendar.dayOf(midnight.minusNanos(1))).isEqualTo("2010-11-06");
        assertThat(calendar.dayOf(Instant.parse("2010-11-07T03:00:00Z"))).isEqualTo("2010-11-07");
    }

    @Property
    void aWindowHoldsTheDaysThatStartInIt(
            @ForAll("moments") Moment moment,
            @ForAll @LongRange(min = 0, max = TWO_DAYS) long length) {
        var calendar = moment.calendar();
        var end = moment.instant().plusNanos(length);
        var around = LocalDate.ofInstant(moment.instant(), calendar.zone()).minusDays(3);

        var days = calendar.daysStartingIn(moment.instant(), end);

        assertThat(days.days())
                .containsExactlyElementsOf(
                        around.datesUntil(around.plusDays(9))
                                .filter(day -> !calendar.startOf(day).isBefore(moment.instant()))
                                .filter(day -> calendar.startOf(day).isBefore(end))
                                .toList());
    }

    @Property
    void theDaysOfTwoAdjoiningWindowsAreThoseOfBothTogether(
            @ForAll("moments") Moment first,
            @ForAll("instants") Instant two,
            @ForAll("moments") Moment third) {
        var calendar = first.calendar();
        var bounds = Stream.of(first.instant(), two, third.instant()).sorted().toList();

        var left = calendar.daysStartingIn(bounds.get(0), bounds.get(1));
        var right = calendar.daysStartingIn(bounds.get(1), bounds.get(2));
        var both = calendar.daysStartingIn(bounds.get(0), bounds.get(2));

        assertThat(left.end()).isEqualTo(right.start());
        assertThat(both).isEqualTo(DateRange.of(left.start(), right.end()));
    }

    @Property
    void aRangeOfDaysIsTheWindowFromItsFirstStartToItsEnd(
            @ForAll("fixedOffsets") BillingCalendar calendar,
            @ForAll("days") LocalDate start,
            @ForAll @LongRange(min = 0, max = 800) long length) {
        var range = DateRange.of(start, start.plusDays(length));

        var days =
                calendar.daysStartingIn(
                        calendar.startOf(range.start()), calendar.startOf(range.end()));

        assertThat(days).isEqualTo(range);
    }

    @Test
    void aWindowThatEndsBeforeItStartsIsRefused() {
        var calendar = BillingCalendar.of(ZoneId.of("UTC"), List.of());
        var start = Instant.parse("2026-07-01T00:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.daysStartingIn(start, start.minusNanos(1)))
                .withMessageContaining("2026-07-01T00:00:00Z");
    }

    private static Stream<Moment> aroundClockChanges(BillingCalendar calendar) {
        var rules = calendar.zone().getRules();
        var first = rules.nextTransition(Instant.parse("1900-01-01T00:00:00Z"));
        return Stream.iterate(
                        first,
                        change ->
                                change != null
                                        && change.getInstant()
                                                .isBefore(Instant.parse("2100-01-01T00:00:00Z")),
                        change -> rules.nextTransition(change.getInstant()))
                .flatMap(change ->
                        LongStream.of(-86_400, -3_600, -1, 0, 1, 3_600, 86_400)
                                .mapToObj(change.getInstant()::plusSeconds))
                .map(instant -> new Moment(calendar, instant));
    }

    private static boolean isOutsideItsDay(Moment moment) {
        var day = moment.calendar().dayOf(moment.instant());
        return moment.instant().isBefore(moment.calendar().startOf(day))
                || !moment.instant().isBefore(moment.calendar().endOf(day));
    }

    @Provide
    Arbitrary<Moment> moments() {
        return AnyCalendar.moments();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return AnyCalendar.instants();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return AnyCalendar.days();
    }

    @Provide
    Arbitrary<BillingCalendar> calendars() {
        return AnyCalendar.calendars();
    }

    @Provide
    Arbitrary<BillingCalendar> fixedOffsets() {
        return Arbitraries.of("-08:00", "+05:45", "-03:30", "+12:45", "+00:19:32", "Z")
                .map(offset -> BillingCalendar.of(ZoneId.of(offset), List.of()));
    }
}
