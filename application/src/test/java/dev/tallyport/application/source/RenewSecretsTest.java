package dev.tallyport.application.source;

import static dev.tallyport.application.source.SourceAdministration.ACME;
import static dev.tallyport.application.source.SourceAdministration.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RenewSecretsTest {

    private static final String PLACE = ManagedSource.place(ACME, "api-key");
    private static final LabelledSeals OLD = LabelledSeals.of("old");

    private final InMemoryManagedSources managed = new InMemoryManagedSources();

    RenewSecretsTest() {
        managed.add(
                new ManagedSource(
                        ACME,
                        SampleConnector.ID,
                        Map.of(),
                        Map.of("api-key", OLD.seal("hunter2", PLACE)),
                        Duration.ofHours(1),
                        false),
                NOW,
                "Mia");
    }

    private Sealed stored() {
        return Objects.requireNonNull(
                managed.find(ACME).orElseThrow().source().secrets().get("api-key"));
    }

    @Test
    void whatAFormerKeySealedIsSealedWithTheOneOfNow() {
        new RenewSecrets(managed, LabelledSeals.of("now", "old")).all();

        assertThat(LabelledSeals.of("now").open(stored(), PLACE)).contains("hunter2");
        assertThat(OLD.open(stored(), PLACE)).isEmpty();
        assertThat(managed.find(ACME).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatNoKeyOpensIsLeftForTheRightOne() {
        new RenewSecrets(managed, LabelledSeals.of("now")).all();

        assertThat(OLD.open(stored(), PLACE)).contains("hunter2");
    }

    @Test
    void whatIsSealedWithTheKeyOfNowIsLeft() {
        var before = stored();

        new RenewSecrets(managed, OLD).all();

        assertThat(stored()).isSameAs(before);
    }
}
