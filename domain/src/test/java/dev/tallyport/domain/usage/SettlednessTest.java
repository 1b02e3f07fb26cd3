package dev.tallyport.domain.usage;

import static dev.tallyport.domain.usage.Settledness.MISSING;
import static dev.tallyport.domain.usage.Settledness.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlednessTest {

    private static final Instant END_OF_DAY = Instant.parse("2026-07-02T08:00:00Z");
    private static final Duration HORIZON = Duration.ofDays(3);

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:00:00Z, PROVISIONAL",
        "2026-07-02T08:00:00Z, PROVISIONAL",
        "2026-07-05T07:59:59.999999999Z, PROVISIONAL",
        "2026-07-05T08:00:00Z, SETTLED",
        "2026-08-01T00:00:00Z, SETTLED",
    })
    void aDayIsSettledOnceItWasReadWholeAfterTheHorizon(Instant readAt, Settledness settledness) {
        assertThat(Settledness.of(END_OF_DAY, HORIZON, Optional.of(readAt))).isEqualTo(settledness);
    }

    @Test
    void aDayThatWasNeverReadWholeIsMissing() {
        assertThat(Settledness.of(END_OF_DAY, HORIZON, Optional.empty())).isEqualTo(MISSING);
    }

    @Property
    void readingAgainDoesNotUnsettle(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long seconds,
            @ForAll @LongRange(min = 0, max = 1_000_000) long later) {
        var readAt = END_OF_DAY.plusSeconds(seconds);
        var before = Settledness.of(END_OF_DAY, HORIZON, Optional.of(readAt));

        var after = Settledness.of(END_OF_DAY, HORIZON, Optional.of(readAt.plusSeconds(later)));

        assertThat(after == SETTLED || after == before).isTrue();
    }

    @Test
    void aHorizonBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settledness.of(END_OF_DAY, HORIZON.negated(), Optional.empty()))
                .withMessageContaining("PT-72H");
    }
}
