package dev.tallyport.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final String TAG = EntityTags.tagOf("{\"total\":1}".getBytes(UTF_8));

    @Test
    void whatDiffersIsTaggedDifferently() {
        var other = EntityTags.tagOf("{\"total\":2}".getBytes(UTF_8));

        assertThat(other).isNotEqualTo(TAG);
        assertThat(TAG).matches("\"[!#-~]+\"");
    }

    @Test
    void aTagIsKnownInWhateverListItStands() {
        assertThat(EntityTags.isKnown(TAG, List.of(TAG))).isTrue();
        assertThat(EntityTags.isKnown(TAG, List.of("\"a\", " + TAG + ",\"b\""))).isTrue();
        assertThat(EntityTags.isKnown(TAG, List.of("\"a\"", TAG))).isTrue();
        assertThat(EntityTags.isKnown(TAG, List.of("*"))).isTrue();
    }

    @Test
    void aTagThatAProxyWeakenedIsKnown() {
        assertThat(EntityTags.isKnown(TAG, List.of("W/" + TAG))).isTrue();
    }

    @Test
    void withoutATagNoneIsKnown() {
        assertThat(EntityTags.isKnown(TAG, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "\"", "\"*\"", "W/", "\"other\"", "xkT", "w/\"a\""})
    void anotherTagIsNotKnown(String sent) {
        assertThat(EntityTags.isKnown(TAG, List.of(sent))).isFalse();
    }
}
