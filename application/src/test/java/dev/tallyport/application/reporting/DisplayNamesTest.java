package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.reporting.DisplayNames.Label;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DisplayNamesTest {

    private static final Group OF_ANY_SOURCE = Group.of(Dimension.ORGANIZATION, "org-1");
    private static final Group OF_ACME = OF_ANY_SOURCE.with(Dimension.SOURCE, "acme");
    private static final Group OF_BETA = OF_ANY_SOURCE.with(Dimension.SOURCE, "beta");

    private static Label label(String source, String label) {
        return new Label(
                Dimension.ORGANIZATION, "org-1", Optional.of(new SourceName(source)), label);
    }

    private static Optional<String> nameOf(Group row, Label... labels) {
        return new DisplayNames(List.of(labels)).of(row, Dimension.ORGANIZATION);
    }

    @Test
    void anIdIsCalledWhatItsSourceCallsIt() {
        var data = label("acme", "Data");
        var platform = label("beta", "Platform");

        assertThat(nameOf(OF_ACME, data, platform)).contains("Data");
        assertThat(nameOf(OF_BETA, data, platform)).contains("Platform");
        assertThat(nameOf(OF_ANY_SOURCE, data)).contains("Data");
        assertThat(nameOf(OF_ANY_SOURCE, data, label("beta", "Data"))).contains("Data");
    }

    @Test
    void anIdThatSourcesCallDifferentlyHasNoNameWhereARowMayBeOfEither() {
        assertThat(nameOf(OF_ANY_SOURCE, label("acme", "Data"), label("beta", "Platform")))
                .isEmpty();
        assertThat(nameOf(OF_ANY_SOURCE, label("acme", "Data"), label("beta", "org-1"))).isEmpty();
    }

    @Test
    void anIdIsNoNameOfItself() {
        assertThat(nameOf(OF_ACME, label("acme", "org-1"))).isEmpty();
        assertThat(nameOf(OF_ACME)).isEmpty();
        assertThat(nameOf(Group.unstated(), label("acme", "Data"))).isEmpty();
    }

    @Test
    void allRowsTogetherCallAnIdWhatEachOfThemDoes() {
        var names = new DisplayNames(List.of(label("acme", "Data"), label("beta", "Platform")));
        var other = Group.of(Dimension.ORGANIZATION, "org-2");

        assertThat(names.of(List.of(OF_ACME, other), Dimension.ORGANIZATION))
                .containsOnlyKeys("org-1")
                .containsValue("Data");
        assertThat(names.of(List.of(OF_ACME, OF_BETA), Dimension.ORGANIZATION)).isEmpty();
        assertThat(names.of(List.of(OF_ACME), Dimension.USER)).isEmpty();
    }

    @Test
    void anIdThatOneOfTheRowsHasNoNameForHasNone() {
        var names = new DisplayNames(List.of(label("acme", "Data")));

        assertThat(names.of(List.of(OF_ACME, OF_BETA), Dimension.ORGANIZATION)).isEmpty();
    }
}
