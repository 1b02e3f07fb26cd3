package dev.tallyport.domain.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlagStateTest {

    private static final Instant EIGHT = Instant.parse("2026-07-01T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T07:59:59.999999999Z, false",
        "2026-07-01T08:00:00Z, true",
        "2026-07-01T08:59:59.999999999Z, true",
        "2026-07-01T09:00:00Z, false",
    })
    void holdsFromItsFirstInstantUntilJustBeforeItsEnd(Instant instant, boolean holds) {
        var state = new FlagState(true, Optional.of(EIGHT), Optional.of(NINE));

        assertThat(state.holdsAt(instant)).isEqualTo(holds);
    }

    @Test
    void whatIsLeftOpenHoldsWithoutEnd() {
        var fromEight = new FlagState(true, Optional.of(EIGHT), Optional.empty());
        var untilNine = new FlagState(true, Optional.empty(), Optional.of(NINE));

        assertThat(fromEight.holdsAt(Instant.MAX)).isTrue();
        assertThat(fromEight.holdsAt(Instant.MIN)).isFalse();
        assertThat(untilNine.holdsAt(Instant.MIN)).isTrue();
        assertThat(untilNine.holdsAt(Instant.MAX)).isFalse();
        assertThat(FlagState.of(true).holdsAt(Instant.MIN)).isTrue();
        assertThat(FlagState.of(true).holdsAt(Instant.MAX)).isTrue();
    }

    @Test
    void aPeriodThatIsEmptyOrReversedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlagState(true, Optional.of(EIGHT), Optional.of(EIGHT)))
                .withMessageContaining(EIGHT.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlagState(false, Optional.of(NINE), Optional.of(EIGHT)))
                .withMessageContainingAll(NINE.toString(), EIGHT.toString());
    }
}
