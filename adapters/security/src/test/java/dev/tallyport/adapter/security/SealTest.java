package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SealTest {

    private final Seal seal = seal("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    private static Seal seal(String secret) {
        return new Seal(Installation.secret(secret).keyFor("tests"));
    }

    @Test
    void whatWasSealedIsOpenedAgain() {
        var sealed = seal.seal("a token", "here");

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("token");
        assertThat(seal.open(sealed, "here")).hasValue("a token");
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        assertThat(seal.seal("a token", "here")).isNotEqualTo(seal.seal("a token", "here"));
    }

    @Test
    void nothingIsOpenedInAnotherPlace() {
        assertThat(seal.open(seal.seal("a token", "here"), "there")).isEmpty();
    }

    @Test
    void nothingIsOpenedWithAnotherKey() {
        var other = seal("c29tZWJvZHkgZWxzZSdzIHNlY3JldCBrZXkuLi4uLi4=");

        assertThat(other.open(seal.seal("a token", "here"), "here")).isEmpty();
    }

    @Test
    void nothingThatWasChangedIsOpened() {
        var sealed = seal.seal("a token", "here");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;

            assertThat(seal.open(changed, "here")).isEmpty();
        }
        assertThat(seal.open(new byte[3], "here")).isEmpty();
        assertThat(seal.open(new byte[12], "here")).isEmpty();
    }
}
