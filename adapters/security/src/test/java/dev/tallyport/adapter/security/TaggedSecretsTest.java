package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class TaggedSecretsTest {

    private static final int KEY_LENGTH = 46;

    private final TaggedSecrets secrets = of(new byte[32]);

    private static TaggedSecrets of(byte[] secretKey) {
        return new TaggedSecrets(
                Installation.secret(Base64.getEncoder().encodeToString(secretKey)));
    }

    @Property
    void everyKeyThatIsHandedOutIsRecognised(@ForAll @Size(32) byte[] secretKey) {
        var any = of(secretKey);

        assertThat(any.mayBeKey(any.newKey())).isTrue();
        assertThat(of(secretKey).mayBeKey(any.newKey())).isTrue();
    }

    @Property
    void aKeyOfAnotherInstallationIsRefused(
            @ForAll @Size(32) byte[] one, @ForAll @IntRange(max = 31) int at) {
        var other = one.clone();
        other[at] ^= 1;

        assertThat(of(other).mayBeKey(of(one).newKey())).isFalse();
    }

    @Property
    void aKeyWithAnyCharacterChangedIsRefused(
            @ForAll @IntRange(max = KEY_LENGTH - 1) int at, @ForAll char to) {
        var key = secrets.newKey();
        var changed = new StringBuilder(key);
        changed.setCharAt(at, to);

        assertThat(secrets.mayBeKey(changed.toString())).isEqualTo(key.charAt(at) == to);
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThat(secrets.mayBeKey(text)).isFalse();
        assertThat(secrets.mayBeKey("cog_tp_" + text)).isFalse();
        assertThat(secrets.mayBeKey(secrets.newKey() + text)).isEqualTo(text.isEmpty());
    }

    @Test
    void keysLookLikeDevinsAndAreShownByTheirFirstCharacters() {
        var key = secrets.newKey();

        assertThat(key).matches("cog_tp_[0-9A-Za-z]{39}");
        assertThat(secrets.prefixOf(key)).hasSize(12).isEqualTo(key.substring(0, 12));
    }

    @Test
    void noTwoKeysOrTokensAreTheSame() {
        var seen = new HashSet<String>();

        for (int i = 0; i < 10_000; i++) {
            seen.add(secrets.newKey());
            seen.add(secrets.newToken());
        }

        assertThat(seen).hasSize(20_000);
    }

    @Test
    void aTokenNeedsNoEncodingInAnAddress() {
        assertThat(secrets.newToken()).matches("[0-9A-Za-z_-]{43}");
    }

    @Test
    void aDigestIsAlwaysTheSame() {
        assertThat(secrets.digestOf("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void theSecretIsNeverPrinted() {
        assertThat(new SubKey(new byte[32]).toString()).isEqualTo("SubKey[hidden]");
    }
}
