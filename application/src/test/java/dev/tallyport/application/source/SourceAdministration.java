package dev.tallyport.application.source;

import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.source.AdministerSources.Wanted;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that sources are managed with, in memory, and the real use cases on top. The
/// configuration declares `fixed`.
final class SourceAdministration {

    static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    static final SourceName ACME = new SourceName("acme");
    static final DeclaredSource FIXED =
            new DeclaredSource(
                    new SourceName("fixed"),
                    SampleConnector.ID,
                    new Settings(Map.of("api-key", "good")),
                    SyncPause.DEFAULT);

    final InMemoryManagedSources managed = new InMemoryManagedSources();
    final RegisteredSources sources = new RegisteredSources();
    final SampleConnector connector = new SampleConnector();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final SourceSetups setups;
    final SourcesToRead toRead;
    final AdministerSources administer;
    final CheckSources check;

    SourceAdministration() {
        this(LabelledSeals.of("now"));
    }

    private SourceAdministration(Seals seals) {
        var secrets = new SourceSecrets(seals);
        var settingsCheck = new SettingsCheck(new NarrowReach());
        setups = setups(seals);
        toRead = new SourcesToRead(setups);
        administer =
                new AdministerSources(
                        setups,
                        managed,
                        sources,
                        connector,
                        secrets,
                        settingsCheck,
                        audit,
                        () -> NOW);
        check =
                new CheckSources(
                        setups, managed, sources, connector, secrets, settingsCheck, audit);
    }

    /// The same sources on an instance that was given other keys.
    SourceSetups setups(Seals seals) {
        return new SourceSetups(
                () -> List.of(FIXED),
                managed,
                connector,
                new SourceSecrets(seals),
                new SettingsCheck(new NarrowReach()));
    }

    static Wanted wanted(SourceName name, String... settings) {
        return new Wanted(name, SampleConnector.ID, map(settings), Duration.ofHours(1), false);
    }

    static Map<String, String> map(String... keysAndValues) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    SourceSetup acme() {
        return setups.find(ACME).orElseThrow();
    }

    /// Secrets among them.
    Map<String, String> settingsOfAcme() {
        return acme().readable().orElseThrow().settings().values();
    }
}
