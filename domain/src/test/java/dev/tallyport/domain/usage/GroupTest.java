package dev.tallyport.domain.usage;

import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.PRODUCT;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GroupTest {

    @Property
    void keepsTheValuesOfTheDimensionsAskedForAndNoOthers(
            @ForAll("groups") Group group,
            @ForAll("dimensions") Set<Dimension> kept,
            @ForAll Dimension dimension) {
        var value = group.onto(kept).value(dimension);

        assertThat(value).isEqualTo(group.value(dimension).filter(_ -> kept.contains(dimension)));
    }

    @Property
    void aValueReplacesOnlyTheOneOfItsDimension(
            @ForAll("groups") Group group, @ForAll Dimension replaced, @ForAll Dimension other) {
        var changed = group.with(replaced, "zoe");

        assertThat(changed.value(replaced)).contains("zoe");
        assertThat(other == replaced || changed.value(other).equals(group.value(other))).isTrue();
    }

    @Property
    void groupsWithoutOrderAreTheSame(@ForAll("groups") Group one, @ForAll("groups") Group other) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(-Integer.signum(other.compareTo(one)));
    }

    @Test
    void whatIsNotStatedComesLast() {
        var ann = Group.of(USER, "ann");
        var bob = Group.of(USER, "bob");
        var annAtAcme = ann.with(ORGANIZATION, "acme");
        var nobodysProduct = Group.of(PRODUCT, "review");

        var ordered = Stream.of(Group.unstated(), nobodysProduct, bob, ann, annAtAcme).sorted();

        assertThat(ordered).containsExactly(annAtAcme, ann, bob, nobodysProduct, Group.unstated());
    }

    @Test
    void aBlankValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Group.of(USER, " "))
                .withMessageContaining("USER");
    }

    @Provide
    Arbitrary<Group> groups() {
        return AnyUsage.groups();
    }

    @Provide
    Arbitrary<Set<Dimension>> dimensions() {
        return AnyUsage.dimensions();
    }
}
