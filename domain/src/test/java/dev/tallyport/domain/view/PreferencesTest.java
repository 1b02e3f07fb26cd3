package dev.tallyport.domain.view;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PreferencesTest {

    @Test
    void pagesBeginWithOneOfOurs() {
        var elsewhere = Optional.of("//evil.example");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(Optional.empty(), ColorScheme.LIGHT, elsewhere))
                .withMessageContaining("'//evil.example'");
    }
}
