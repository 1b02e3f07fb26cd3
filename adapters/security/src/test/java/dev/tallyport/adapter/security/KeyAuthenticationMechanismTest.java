package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.Visibility;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAuthenticationMechanismTest {

    private static final String KEY = "a-key-of-more-than-thirty-two-characters";

    private final KeyAuthenticationMechanism mechanism =
            new KeyAuthenticationMechanism(Optional.of(KEY));

    @Test
    void whoeverSendsTheBootstrapKeySeesEverything() {
        var viewer = mechanism.viewerOf(BearerToken.in("Bearer " + KEY));

        assertThat(viewer)
                .hasValueSatisfying(known -> {
                    assertThat(known.name()).isEqualTo("bootstrap key");
                    assertThat(known.visibility()).isEqualTo(new Visibility.Everything());
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsWrittenInAnyCaseAndFollowedByAnyBlanks(String scheme) {
        assertThat(mechanism.viewerOf(BearerToken.in(scheme + KEY))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a-key-of-more-than-thirty-two-character",
                "Bearer a-key-of-more-than-thirty-two-characters-",
                "Bearer A-KEY-OF-MORE-THAN-THIRTY-TWO-CHARACTERS",
                "Basic a-key-of-more-than-thirty-two-characters",
                "a-key-of-more-than-thirty-two-characters"
            })
    void anythingElseIsNobody(String header) {
        assertThat(mechanism.viewerOf(BearerToken.in(header))).isEmpty();
    }

    @Test
    void noHeaderIsNobody() {
        assertThat(mechanism.viewerOf(BearerToken.in(null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer x"})
    void nobodyIsKnownWhereThereIsNoKey(String header) {
        var withoutKey = new KeyAuthenticationMechanism(Optional.empty());
        var withBlankKey = new KeyAuthenticationMechanism(Optional.of(" "));

        assertThat(withoutKey.viewerOf(BearerToken.in(header))).isEmpty();
        assertThat(withBlankKey.viewerOf(BearerToken.in(header))).isEmpty();
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(SecretKey.of(KEY).toString()).doesNotContain(KEY);
    }
}
