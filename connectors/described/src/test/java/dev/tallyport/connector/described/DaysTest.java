package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-02-20");

    @Property
    void windowsHoldEveryDayOnceAndNoOther(
            @ForAll Set<@IntRange(max = 40) Integer> offsets,
            @ForAll @IntRange(min = 1, max = 10) int most) {
        var days =
                offsets.stream()
                        .map(FIRST::plusDays)
                        .collect(Collectors.toCollection(TreeSet::new));

        var windows = Days.newestFirst(days, most);

        assertThat(windows.stream().flatMap(Days::stream))
                .containsExactlyInAnyOrderElementsOf(days);
        assertThat(windows).allMatch(window -> window.stream().count() <= most);
        assertThat(windows).isSortedAccordingTo(Comparator.comparing(Days::first).reversed());
    }

    @Property
    void whatIsLeftWithoutSomeDaysIsEveryOtherDay(
            @ForAll Set<@IntRange(max = 12) Integer> offsets) {
        var window = new Days(FIRST, FIRST.plusDays(10));
        var without = offsets.stream().map(FIRST::plusDays).collect(Collectors.toSet());

        var left = window.without(without);

        assertThat(left.stream().flatMap(Days::stream))
                .containsExactlyElementsOf(
                        window.stream().filter(day -> !without.contains(day)).toList());
    }
}
