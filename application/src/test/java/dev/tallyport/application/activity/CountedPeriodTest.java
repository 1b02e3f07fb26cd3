package dev.tallyport.application.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.activity.CountedPeriod.Span;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CountedPeriodTest {

    private static final Instant SUNDAY = Instant.parse("2026-03-01T18:00:00Z");

    @Test
    void weeksBeginOnMondayAndAllPeriodsAtMidnightOfUtc() {
        assertThat(CountedPeriod.DAY.startOf(SUNDAY)).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(CountedPeriod.WEEK.startOf(SUNDAY)).isEqualTo("2026-02-23T00:00:00Z");
        assertThat(CountedPeriod.MONTH.startOf(SUNDAY)).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void periodsAreCutShortAtTheEndsOfTheInterval() {
        var end = Instant.parse("2026-03-10T06:00:00Z");

        assertThat(CountedPeriod.WEEK.within(SUNDAY, end))
                .containsExactly(
                        new Span(SUNDAY, Instant.parse("2026-03-02T00:00:00Z")),
                        new Span(
                                Instant.parse("2026-03-02T00:00:00Z"),
                                Instant.parse("2026-03-09T00:00:00Z")),
                        new Span(Instant.parse("2026-03-09T00:00:00Z"), end));
    }

    @Property
    void periodsFillTheIntervalEachOnceInTheirOrder(
            @ForAll CountedPeriod period,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second,
            @ForAll @LongRange(min = 0, max = 10_000_000L) long length) {
        var start = Instant.ofEpochSecond(second);
        var end = start.plusSeconds(length);

        var spans = period.within(start, end);

        var reached = start;
        for (var span : spans) {
            assertThat(span.start()).isEqualTo(reached).isBefore(span.end());
            assertThat(period.startOf(span.end().minusNanos(1)))
                    .isEqualTo(period.startOf(span.start()));
            reached = span.end();
        }
        assertThat(reached).isEqualTo(end);
        assertThat(spans.stream().map(span -> period.startOf(span.start())))
                .doesNotHaveDuplicates();
    }

    @Property
    void howManyThereAreIsKnownWithoutCountingThemAll(
            @ForAll CountedPeriod period, @ForAll @LongRange(min = 0, max = 100) long days) {
        var end = SUNDAY.plus(Duration.ofDays(days));
        int count = period.within(SUNDAY, end).size();

        assertThat(period.isWithin(count, SUNDAY, end)).isTrue();
        assertThat(period.isWithin(count - 1, SUNDAY, end)).isEqualTo(count == 0);
    }
}
