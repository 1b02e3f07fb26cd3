package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    /// A day inside the years 1 to 9999, so that no offset leads out of them.
    private static final long EARLIEST = -62_135_510_400L;

    private static final long LATEST = 253_402_214_400L;

    @Property
    void everyInstantIsUnderstoodWithEveryOffset(
            @ForAll @LongRange(min = EARLIEST, max = LATEST) long second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var instant = Instant.ofEpochSecond(second);
        var written = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)).toString();

        assertThat(Moment.parse(written, Optional.empty())).contains(new Moment.OfInstant(instant));
        assertThat(Moment.parse(written.replace('+', ' '), Optional.empty()))
                .contains(new Moment.OfInstant(instant));
    }

    @Property
    void everyDayIsUnderstood(@ForAll @LongRange(min = -719_162, max = 2_932_896) long epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);

        assertThat(Moment.parse(day.toString(), Optional.empty())).contains(new Moment.OfDay(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-02-29",
                "2026-1-1",
                "0000-01-01",
                "+12026-01-01",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00+19:00",
                "+12026-01-01T00:00:00Z",
                "0001-01-01T00:00:00+01:00",
                "1764921600"
            })
    void aGuessIsNeverMade(String text) {
        assertThat(Moment.parse(text, Optional.empty())).isEmpty();
    }
}
