package dev.tallyport.domain.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SavedViewTest {

    private static final PageAddress ADDRESS = new PageAddress("/explore", "period=last-month");

    private static SavedView named(String name) {
        return new SavedView(name, "", ADDRESS, Sharing.EVERYONE);
    }

    @Test
    void blanksAroundANameAreNotPartOfIt() {
        assertThat(named(" Last  month\u2003")).isEqualTo(named("Last  month"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "two\nlines", "bell\u0007", "nul\0"})
    void aNameIsOneLineThatSaysSomething(String name) {
        assertThat(SavedView.isName(name)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> named(name));
    }

    @Test
    void aNameHasAtMost100Characters() {
        assertThat(SavedView.isName(" " + "n".repeat(100) + " ")).isTrue();
        assertThat(SavedView.isName("n".repeat(101))).isFalse();
    }

    @Test
    void aDescriptionHasAtMost500Characters() {
        var longest = "d\n".repeat(250);

        assertThat(new SavedView("name", longest, ADDRESS, Sharing.PRIVATE).description())
                .isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SavedView("name", longest + "d", ADDRESS, Sharing.PRIVATE))
                .withMessageContaining("501");
    }

    @Test
    void unsharingChangesNothingElse() {
        var shared = new SavedView("name", "why", ADDRESS, Sharing.EVERYONE);
        var elsewhere = new PageAddress("/costs", ADDRESS.query());

        assertThat(shared.isUnsharedBy(new SavedView("name", "why", ADDRESS, Sharing.PRIVATE)))
                .isTrue();
        assertThat(shared.isUnsharedBy(shared)).isFalse();
        assertThat(shared.isUnsharedBy(new SavedView("other", "why", ADDRESS, Sharing.PRIVATE)))
                .isFalse();
        assertThat(shared.isUnsharedBy(new SavedView("name", "", ADDRESS, Sharing.PRIVATE)))
                .isFalse();
        assertThat(shared.isUnsharedBy(new SavedView("name", "why", elsewhere, Sharing.PRIVATE)))
                .isFalse();
    }
}
