package dev.tallyport.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class OccurrencesTest {

    @Property
    void countsLikeAMap(@ForAll List<@LongRange(min = -3, max = 3) Long> prints) {
        var counted = new HashMap<Long, Integer>();
        var occurrences = new Occurrences();

        for (long print : prints) {
            assertThat(occurrences.add(print, 0)).isEqualTo(counted.merge(print, 1, Integer::sum));
        }
    }

    @Test
    void remembersMoreThanItBeganWithRoomFor() {
        var occurrences = new Occurrences();
        for (long print = 0; print < 10_000; print++) {
            occurrences.add(print << 32, 0);
        }

        assertThat(occurrences.add(0, 0)).isEqualTo(2);
        assertThat(occurrences.add(9_999L << 32, 1)).isEqualTo(2);
        assertThat(occurrences.add(10_000L << 32, 1)).isEqualTo(1);
        assertThat(occurrences.repeatedAcrossFiles()).isEqualTo(1);
    }

    @Test
    void whatIsRepeatedInOneFileIsNotRepeatedAcrossFiles() {
        var occurrences = new Occurrences();
        Map.of(1L, 0, 2L, 0).forEach(occurrences::add);

        occurrences.add(1L, 0);
        occurrences.add(2L, 7);

        assertThat(occurrences.repeatedAcrossFiles()).isEqualTo(1);
    }
}
