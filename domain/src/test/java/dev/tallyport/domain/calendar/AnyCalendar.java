package dev.tallyport.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/// Calendars, days and instants to try laws on.
public final class AnyCalendar {

    static final List<String> REGIONS =
            List.of(
                    "America/St_Johns",
                    "America/Goose_Bay",
                    "America/Moncton",
                    "America/Havana",
                    "America/Sao_Paulo",
                    "America/Los_Angeles",
                    "America/New_York",
                    "Asia/Kathmandu",
                    "Asia/Beirut",
                    "Asia/Tehran",
                    "Australia/Lord_Howe",
                    "Europe/Berlin",
                    "Pacific/Apia",
                    "Pacific/Chatham",
                    "Pacific/Kwajalein");

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-12-31T23:59:59Z");

    /// In these years clocks of Newfoundland and Labrador went back across midnight.
    private static final Instant FIRST_ACROSS_MIDNIGHT = Instant.parse("1987-01-01T00:00:00Z");

    private static final Instant LAST_ACROSS_MIDNIGHT = Instant.parse("2011-10-01T00:00:00Z");

    private AnyCalendar() {}

    record Moment(BillingCalendar calendar, Instant instant) {}

    record CalendarDay(BillingCalendar calendar, LocalDate day) {}

    private record Stretch(int gap, int length) {}

    static Arbitrary<ZoneId> zones() {
        return Arbitraries.oneOf(
                regions(),
                regions(),
                Arbitraries.integers()
                        .between(-18 * 4, 18 * 4)
                        .map(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900)),
                Arbitraries.integers()
                        .between(-18 * 3600, 18 * 3600)
                        .map(ZoneOffset::ofTotalSeconds));
    }

    private static Arbitrary<ZoneId> regions() {
        return Arbitraries.of(REGIONS).map(ZoneId::of);
    }

    static Arbitrary<Instant> instants() {
        return instantsBetween(FIRST, LAST);
    }

    private static Arbitrary<Instant> instantsBetween(Instant first, Instant last) {
        return Combinators.combine(
                        evenly(first.getEpochSecond(), last.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    static Arbitrary<LocalDate> days() {
        return evenly(LocalDate.EPOCH.toEpochDay(), LocalDate.parse("2100-12-31").toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    static Arbitrary<List<BillingCycle>> records() {
        var stretches =
                Combinators.combine(
                                Arbitraries.oneOf(
                                        Arbitraries.just(0),
                                        Arbitraries.integers().between(1, 100)),
                                Arbitraries.oneOf(
                                        Arbitraries.integers().between(1, 40),
                                        Arbitraries.integers().between(1, 400)))
                        .as(Stretch::new)
                        .list()
                        .ofMaxSize(8);
        return Combinators.combine(days(), stretches).as(AnyCalendar::laidOut);
    }

    public static Arbitrary<BillingCalendar> calendars() {
        return Combinators.combine(zones(), records(), Arbitraries.integers().between(1, 31))
                .as(BillingCalendar::new);
    }

    /// Any day, and often one near the records.
    static Arbitrary<CalendarDay> calendarDays() {
        return calendars()
                .flatMap(calendar ->
                        Arbitraries.oneOf(days(), daysNear(calendar.records()))
                                .map(day -> new CalendarDay(calendar, day)));
    }

    /// Any instant, and often one near a day's start or a clock change.
    static Arbitrary<Moment> moments() {
        return calendars()
                .flatMap(calendar ->
                        Combinators.combine(landmarks(calendar), distances())
                                .as(Instant::plusNanos)
                                .map(instant -> new Moment(calendar, instant)));
    }

    private static Arbitrary<Instant> landmarks(BillingCalendar calendar) {
        return Arbitraries.oneOf(
                instants(),
                days().map(calendar::startOf),
                instants().map(instant -> clockChangeAfter(calendar.zone(), instant)),
                instantsBetween(FIRST_ACROSS_MIDNIGHT, LAST_ACROSS_MIDNIGHT)
                        .map(instant -> clockChangeAfter(calendar.zone(), instant)));
    }

    private static Instant clockChangeAfter(ZoneId zone, Instant instant) {
        var change = zone.getRules().nextTransition(instant);
        return change == null ? instant : change.getInstant();
    }

    private static Arbitrary<Long> distances() {
        long hour = 3_600_000_000_000L;
        return Arbitraries.oneOf(
                Arbitraries.of(-hour, -1L, 0L, 1L, hour),
                evenly(-hour, hour),
                evenly(-30 * hour, 30 * hour));
    }

    private static Arbitrary<LocalDate> daysNear(List<BillingCycle> records) {
        if (records.isEmpty()) {
            return days();
        }
        var first = records.getFirst().start().minusDays(100);
        var last = records.getLast().end().plusDays(100);
        return evenly(first.toEpochDay(), last.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    /// Left to itself, jqwik favours small numbers: the seventies.
    private static Arbitrary<Long> evenly(long first, long last) {
        return Arbitraries.longs()
                .between(first, last)
                .withDistribution(RandomDistribution.uniform());
    }

    private static List<BillingCycle> laidOut(LocalDate first, List<Stretch> stretches) {
        var records = new ArrayList<BillingCycle>();
        var free = first;
        for (var stretch : stretches) {
            var start = free.plusDays(stretch.gap());
            free = start.plusDays(stretch.length());
            records.add(BillingCycle.of(start, free));
        }
        return records;
    }
}
