package dev.tallyport.application.source;

import static dev.tallyport.application.source.SourceAdministration.ACME;
import static dev.tallyport.application.source.SourceAdministration.FIXED;
import static dev.tallyport.application.source.SourceAdministration.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckSourcesTest {

    private static final Viewer MANAGER = Viewers.holding(Permission.MANAGE_SOURCES);
    private static final Outcome<CheckResult> OK = Outcome.done(new CheckResult.Ok());

    private final SourceAdministration sources = new SourceAdministration();

    private Outcome<CheckResult> given(String... settings) {
        return sources.check.given(MANAGER, SampleConnector.ID, SourceAdministration.map(settings));
    }

    private Outcome<CheckResult> acme(Map<String, Optional<String>> changes) {
        return sources.check.stored(MANAGER, ACME, changes);
    }

    @Test
    void settingsAreTriedBeforeTheyAreStored() {
        assertThat(given("api-key", "good")).isEqualTo(OK);
        assertThat(sources.managed.all()).isEmpty();
    }

    @Test
    void aReasonNeverHoldsTheSecretThatItIsAbout() {
        assertThat(given("api-key", "hunter2"))
                .isEqualTo(
                        Outcome.done(
                                new CheckResult.Misconfigured(
                                        "api-key", "the vendor refuses the key [secret]")));
        assertThat(sources.audit.entries()).hasSize(1);
        assertThat(sources.audit.entries().getFirst().action()).isEqualTo(Action.SOURCE_CHECKED);
        assertThat(sources.audit.entries().getFirst().after())
                .containsOnly(Map.entry("result", "misconfigured"), Map.entry("key", "api-key"));
    }

    @Test
    void aCheckThatFailsInsideIsNobodysSetting() {
        assertThat(given("api-key", "broken"))
                .isEqualTo(
                        Outcome.done(
                                new CheckResult.Unavailable(
                                        "the check failed inside Tallyport; the log says why")));
    }

    @Test
    void nothingIsAskedWithSettingsThatAreWrong() {
        assertThat(given("api-key", "good", "base-url", "https://inside.example"))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(given()).isInstanceOf(Outcome.Invalid.class);
        assertThat(sources.audit.entries()).isEmpty();
    }

    @Test
    void aStoredSourceIsTriedAsItIsAndAsItWouldBe() {
        sources.administer.create(MANAGER, wanted(ACME, "api-key", "good"));

        assertThat(acme(Map.of())).isEqualTo(OK);
        assertThat(acme(Map.of("size", Optional.of("9")))).isEqualTo(OK);
        assertThat(acme(Map.of("api-key", Optional.of("bad"))))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done ->
                                assertThat(done.value())
                                        .isInstanceOf(CheckResult.Misconfigured.class));
        assertThat(sources.settingsOfAcme()).containsOnly(Map.entry("api-key", "good"));
    }

    @Test
    void aStoredSecretIsNotTriedAtAnotherAddress() {
        sources.administer.create(MANAGER, wanted(ACME, "api-key", "good"));

        assertThat(acme(Map.of("base-url", Optional.of("https://other.example"))))
                .isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void aSourceOfTheConfigurationIsTriedAsItIsDeclared() {
        assertThat(sources.check.stored(MANAGER, FIXED.name(), Map.of())).isEqualTo(OK);
        assertThat(
                        sources.check.stored(
                                MANAGER, FIXED.name(), Map.of("api-key", Optional.of("bad"))))
                .isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void whatIsNotThereCannotBeTried() {
        assertThat(acme(Map.of())).isInstanceOf(Outcome.Unknown.class);

        sources.sources.register(ACME, SampleConnector.ID);

        assertThat(acme(Map.of())).isInstanceOf(Outcome.Conflict.class);
    }
}
