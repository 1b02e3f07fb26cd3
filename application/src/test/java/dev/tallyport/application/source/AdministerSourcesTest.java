package dev.tallyport.application.source;

import static dev.tallyport.application.source.SourceAdministration.ACME;
import static dev.tallyport.application.source.SourceAdministration.FIXED;
import static dev.tallyport.application.source.SourceAdministration.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.source.AdministerSources.Change;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class AdministerSourcesTest {

    private static final Viewer MANAGER = Viewers.holding(Permission.MANAGE_SOURCES);

    private final SourceAdministration sources = new SourceAdministration();

    private Outcome<SourceName> createAcme() {
        return sources.administer.create(MANAGER, wanted(ACME, "api-key", "hunter2"));
    }

    /// @param settings keys and values; `-` for what is to be given no longer
    private Outcome<SourceName> change(String... settings) {
        var changes = new HashMap<String, Optional<String>>();
        SourceAdministration.map(settings)
                .forEach((key, value) ->
                        changes.put(key, Optional.of(value).filter(given -> !given.equals("-"))));
        return sources.administer.change(
                MANAGER,
                ACME,
                new Change(changes, Optional.empty(), Optional.empty(), OptionalLong.empty()));
    }

    private Outcome<SourceName> pause(boolean paused, OptionalLong version) {
        return sources.administer.change(
                MANAGER,
                ACME,
                new Change(Map.of(), Optional.empty(), Optional.of(paused), version));
    }

    private static Outcome<SourceName> wrong(String key, String expected, String found) {
        return new Outcome.Invalid<>("settings." + key, expected, found);
    }

    @Test
    void aSourceThatIsCreatedIsReadAtOnce() {
        var outcome = createAcme();

        assertThat(outcome).isEqualTo(Outcome.done(ACME));
        assertThat(sources.toRead.all())
                .extracting(DeclaredSource::name)
                .containsExactly(ACME, FIXED.name());
        assertThat(sources.settingsOfAcme()).containsExactly(Map.entry("api-key", "hunter2"));
        assertThat(sources.managed.hastened()).containsExactly(ACME);
    }

    @Test
    void whatIsShownAndRecordedHoldsNoSecret() {
        createAcme();
        change("api-key", "hunter3", "size", "9");
        sources.administer.remove(MANAGER, ACME);

        var told =
                sources.managed.all().toString() + sources.setups.all() + sources.audit.entries();
        assertThat(told).doesNotContain("hunter2").doesNotContain("hunter3");
        assertThat(sources.audit.entries())
                .extracting(Draft::action)
                .containsExactly(
                        Action.SOURCE_CREATED, Action.SOURCE_CHANGED, Action.SOURCE_REMOVED);
        assertThat(sources.audit.entries().get(1).after())
                .containsEntry("settings.api-key", "set anew")
                .containsEntry("settings.size", "9");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsStored() {
        var wanted =
                wanted(
                        ACME,
                        "base-url",
                        "https://inside.example",
                        "folder",
                        "/etc",
                        "size",
                        "many",
                        "api-kee",
                        "hunter2");

        var outcome = sources.administer.create(MANAGER, wanted);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.wrongs().toString())
                                        .contains("settings.base-url")
                                        .contains("one that leads inside")
                                        .contains("settings.folder")
                                        .contains("settings.size")
                                        .contains("did you mean 'api-key'?")
                                        .contains("and it is required")
                                        .doesNotContain("hunter2"));
        assertThat(sources.managed.all()).isEmpty();
        assertThat(sources.audit.entries()).isEmpty();
    }

    @Test
    void aNameIsTakenByOneSource() {
        createAcme();

        assertThat(createAcme()).isInstanceOf(Outcome.Conflict.class);
        assertThat(sources.administer.create(MANAGER, wanted(FIXED.name(), "api-key", "k")))
                .isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aNameStaysWithTheConnectorWhoseUsageItHas() {
        sources.sources.register(ACME, "another");

        assertThat(createAcme()).isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aSourceThatWasRemovedCanBeCreatedAgain() {
        sources.sources.register(ACME, SampleConnector.ID);
        createAcme();

        assertThat(sources.administer.remove(MANAGER, ACME)).isEqualTo(Outcome.done(ACME));
        assertThat(sources.toRead.all()).containsExactly(FIXED);
        assertThat(sources.administer.remove(MANAGER, ACME)).isInstanceOf(Outcome.Conflict.class);
        assertThat(change("size", "9")).isInstanceOf(Outcome.Conflict.class);
        assertThat(createAcme()).isEqualTo(Outcome.done(ACME));
    }

    @Test
    void anUnknownConnectorIsRefusedNamingTheInstalledOnes() {
        var wanted =
                new AdministerSources.Wanted(ACME, "sampel", Map.of(), Duration.ofHours(1), false);

        assertThat(sources.administer.create(MANAGER, wanted))
                .isEqualTo(
                        new Outcome.Invalid<>(
                                "connector",
                                "one of the installed connectors [sample]",
                                "sampel; did you mean 'sample'?"));
    }

    @Test
    void aChangeLeavesTheSecretsThatItDoesNotName() {
        createAcme();
        var sealed = sources.managed.find(ACME).orElseThrow().source().secrets();

        assertThat(change("size", "9")).isEqualTo(Outcome.done(ACME));

        assertThat(sources.settingsOfAcme())
                .containsOnly(Map.entry("api-key", "hunter2"), Map.entry("size", "9"));
        assertThat(sources.managed.find(ACME).orElseThrow().source().secrets()).isEqualTo(sealed);
    }

    @Test
    void nullRemovesASecretUnlessItIsRequired() {
        sources.administer.create(MANAGER, wanted(ACME, "api-key", "hunter2", "token", "t"));

        assertThat(change("token", "-")).isEqualTo(Outcome.done(ACME));
        assertThat(change("api-key", "-")).isInstanceOf(Outcome.Invalid.class);

        assertThat(sources.acme().secrets()).containsExactly("api-key");
    }

    @Test
    void noSecretIsSentToAnAddressThatItWasNotGivenFor() {
        createAcme();

        assertThat(change("base-url", "https://vendor.example/eu")).isEqualTo(Outcome.done(ACME));
        assertThat(change("base-url", "https://other.example"))
                .isEqualTo(
                        wrong(
                                "api-key",
                                "the secret again, since 'base-url' leads elsewhere",
                                "nothing"));
        assertThat(change("base-url", "http://vendor.example")).isInstanceOf(Outcome.Invalid.class);
        assertThat(change("base-url", "https://other.example", "api-key", "hunter2"))
                .isEqualTo(Outcome.done(ACME));
    }

    @Test
    void aPausedSourceIsNotReadUntilItIsResumed() {
        createAcme();

        pause(true, OptionalLong.empty());
        assertThat(sources.toRead.all()).containsExactly(FIXED);
        assertThat(sources.acme().readable()).isPresent();

        pause(false, OptionalLong.empty());
        assertThat(sources.toRead.all()).hasSize(2);
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsRefused() {
        createAcme();
        var version = OptionalLong.of(sources.acme().lastChange().orElseThrow().version());

        assertThat(pause(true, version)).isEqualTo(Outcome.done(ACME));
        assertThat(pause(false, version)).isInstanceOf(Outcome.Conflict.class);

        assertThat(sources.acme().paused()).isTrue();
    }

    @Test
    void aSourceOfTheConfigurationIsShownAndNotChanged() {
        var change =
                new Change(Map.of(), Optional.empty(), Optional.of(true), OptionalLong.empty());

        assertThat(sources.administer.change(MANAGER, FIXED.name(), change))
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        conflict -> assertThat(conflict.reason()).contains("configuration"));
        assertThat(sources.administer.remove(MANAGER, FIXED.name()))
                .isInstanceOf(Outcome.Conflict.class);
        var shown = sources.setups.find(FIXED.name()).orElseThrow();
        assertThat(shown.managed()).isFalse();
        assertThat(shown.settings()).isEmpty();
        assertThat(shown.secrets()).containsExactly("api-key");
    }

    @Test
    void anUnknownSourceIsUnknown() {
        assertThat(change("size", "9")).isInstanceOf(Outcome.Unknown.class);
        assertThat(sources.administer.remove(MANAGER, ACME)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aSourceWhoseConnectorIsGoneCanBePausedAndRemovedOnly() {
        createAcme();
        sources.connector.installed = false;

        assertThat(sources.acme().trouble().orElseThrow()).contains("is not installed");
        assertThat(sources.acme().secrets()).containsExactly("api-key");
        assertThat(sources.toRead.all()).containsExactly(FIXED);
        assertThat(change("size", "9")).isInstanceOf(Outcome.Conflict.class);
        assertThat(pause(true, OptionalLong.empty())).isEqualTo(Outcome.done(ACME));
        assertThat(sources.administer.remove(MANAGER, ACME)).isEqualTo(Outcome.done(ACME));
    }

    @Test
    void aSourceWhoseSecretCannotBeReadKeepsNoOtherFromBeingRead() {
        createAcme();

        var elsewhere = sources.setups(LabelledSeals.of("another"));

        var acme = elsewhere.find(ACME).orElseThrow();
        assertThat(acme.trouble().orElseThrow())
                .contains("api-key")
                .contains("tallyport.secret-key-previous");
        assertThat(acme.readable()).isEmpty();
        assertThat(elsewhere.find(FIXED.name()).orElseThrow().readable()).contains(FIXED);
    }

    @Test
    void nobodyElseManagesSources() {
        var viewer = Viewers.holding(Permission.VIEW_SOURCES);
        createAcme();
        var change = new Change(Map.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());

        assertThat(sources.administer.create(viewer, wanted(ACME, "api-key", "k")))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(sources.administer.change(viewer, ACME, change))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(sources.administer.remove(viewer, ACME)).isInstanceOf(Outcome.Forbidden.class);
        assertThat(sources.check.stored(viewer, ACME, Map.of()))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(sources.check.given(viewer, SampleConnector.ID, Map.of()))
                .isInstanceOf(Outcome.Forbidden.class);
    }

    @Test
    void thereIsAnEndToHowManyThereAre() {
        for (int i = 0; i < 200; i++) {
            sources.administer.create(
                    MANAGER, wanted(new SourceName("source-" + i), "api-key", "k"));
        }

        assertThat(createAcme())
                .isInstanceOfSatisfying(
                        Outcome.Conflict.class,
                        conflict -> assertThat(conflict.reason()).contains("200 sources"));
    }
}
