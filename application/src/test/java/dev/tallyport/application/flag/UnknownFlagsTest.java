package dev.tallyport.application.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagDecision;
import dev.tallyport.domain.flag.FlagDecision.Rule;
import org.junit.jupiter.api.Test;

final class UnknownFlagsTest {

    private static final Flag FLAG = new Flag("misspelt");

    private final UnknownFlags unknownFlags = new UnknownFlags();

    @Test
    void aFlagThatNobodySetUpIsReportedOnce() {
        var unknown = new FlagDecision(false, new Rule.Unknown());

        assertThat(unknownFlags.report(FLAG, unknown)).isTrue();
        assertThat(unknownFlags.report(FLAG, unknown)).isFalse();
        assertThat(unknownFlags.report(new Flag("another"), unknown)).isTrue();
    }

    @Test
    void aFlagThatIsOffIsNotReported() {
        assertThat(unknownFlags.report(FLAG, new FlagDecision(false, new Rule.Unset()))).isFalse();
    }
}
