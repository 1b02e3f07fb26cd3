package dev.tallyport.domain.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlagTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "expose-personal-analytics", "a--b", "a-", "2026-beta"})
    void aKeyIsLowerCaseLettersDigitsAndDashes(String key) {
        assertThat(new Flag(key).key()).isEqualTo(key);
        assertThat(Flag.isKey(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "A", "a b", "a_b", "a.b", "ä", "a\n", " a", "a "})
    void aKeyOfAnythingElseIsRefused(String key) {
        assertThat(Flag.isKey(key)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Flag(key))
                .withMessageContaining("'" + key + "'");
    }

    @Test
    void aKeyHasAtMost63Characters() {
        assertThat(Flag.isKey("a".repeat(63))).isTrue();
        assertThat(Flag.isKey("a".repeat(64))).isFalse();
    }
}
