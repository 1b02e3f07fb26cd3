package dev.tallyport.connector.described.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class LikenessTest {

    @Test
    void aNameThatIsMistypedIsGuessed() {
        assertThat(Likeness.hint("authentification", List.of("calendar", "authentication")))
                .isEqualTo("; did you mean 'authentication'?");
    }

    @Test
    void aNameLikeNoOtherIsNotGuessed() {
        assertThat(Likeness.hint("colour", List.of("calendar", "authentication"))).isEmpty();
    }

    @Property
    void distanceIsTheSameInBothDirectionsAndZeroForTheSameName(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(Likeness.distance(one, other)).isEqualTo(Likeness.distance(other, one));
        assertThat(Likeness.distance(one, other) == 0).isEqualTo(one.equals(other));
    }
}
