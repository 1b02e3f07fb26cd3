package dev.tallyport.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DateRangeTest {

    @Property
    void holdsExactlyTheDaysItLists(
            @ForAll("ranges") DateRange range, @ForAll("days") LocalDate day) {
        assertThat(range.contains(day)).isEqualTo(range.days().toList().contains(day));
        assertThat(range.length()).isEqualTo(range.days().count());
        assertThat(range.isEmpty()).isEqualTo(range.length() == 0);
    }

    @Property
    void anIntersectionHoldsTheDaysOfBoth(
            @ForAll("ranges") DateRange one,
            @ForAll("ranges") DateRange other,
            @ForAll("days") LocalDate day) {
        var both = one.intersection(other);

        assertThat(both.contains(day)).isEqualTo(one.contains(day) && other.contains(day));
        assertThat(both).isEqualTo(other.intersection(one));
    }

    @Property
    void aHullIsTheShortestRangeWithTheDaysOfBoth(
            @ForAll("ranges") DateRange one, @ForAll("ranges") DateRange other) {
        var hull = one.hull(other);

        assertThat(hull.intersection(one)).isEqualTo(one);
        assertThat(hull.intersection(other)).isEqualTo(other);
        assertThat(hull.start()).isIn(one.start(), other.start());
        assertThat(hull.end()).isIn(one.end(), other.end());
    }

    @Test
    void aSingleDayIsARangeOfLengthOne() {
        var day = DateRange.of(LocalDate.parse("2024-02-29"));

        assertThat(day).hasToString("2024-02-29/2024-03-01");
        assertThat(day.length()).isEqualTo(1);
    }

    @Test
    void aRangeThatEndsBeforeItStartsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DateRange.of(LocalDate.parse("2026-07-02"), LocalDate.parse("2026-07-01")))
                .withMessageContainingAll("2026-07-02", "2026-07-01");
    }

    @Test
    void aCycleWithoutADayIsRefused() {
        var day = LocalDate.parse("2026-07-01");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.of(day, day))
                .withMessageContaining("2026-07-01/2026-07-01");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 40).map(LocalDate.parse("2024-02-10")::plusDays);
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return Combinators.combine(days(), Arbitraries.integers().between(0, 20))
                .as((start, length) -> DateRange.of(start, start.plusDays(length)));
    }
}
