package dev.tallyport.application.source;

import dev.tallyport.application.source.ManagedSources.Stored;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The sources as they are set up now, wherever that was done. Where the configuration declares a
/// name that is managed too, the configuration holds.
@ApplicationScoped
public class SourceSetups {

    private final SourcesInConfiguration configured;
    private final ManagedSources managed;
    private final Connectors connectors;
    private final SourceSecrets secrets;
    private final SettingsCheck settingsCheck;

    SourceSetups(
            SourcesInConfiguration configured,
            ManagedSources managed,
            Connectors connectors,
            SourceSecrets secrets,
            SettingsCheck settingsCheck) {
        this.configured = configured;
        this.managed = managed;
        this.connectors = connectors;
        this.secrets = secrets;
        this.settingsCheck = settingsCheck;
    }

    /// By name.
    public List<SourceSetup> all() {
        var setups = new TreeMap<SourceName, SourceSetup>();
        managed.all().forEach(stored -> setups.put(stored.source().name(), setupOf(stored)));
        configured.all().forEach(source -> setups.put(source.name(), setupOf(source)));
        return List.copyOf(setups.values());
    }

    public Optional<SourceSetup> find(SourceName name) {
        return inConfiguration(name)
                .map(this::setupOf)
                .or(() -> managed.find(name).map(this::setupOf));
    }

    Optional<DeclaredSource> inConfiguration(SourceName name) {
        return configured.all().stream().filter(source -> source.name().equals(name)).findFirst();
    }

    private SourceSetup setupOf(DeclaredSource source) {
        var secret = secretsOf(source.connector());
        var given = source.settings().values();
        return new SourceSetup(
                source.name(),
                source.connector(),
                Optional.empty(),
                source.every(),
                false,
                without(given, secret),
                only(given.keySet(), secret),
                Optional.empty(),
                Optional.of(source));
    }

    private SourceSetup setupOf(Stored stored) {
        var source = stored.source();
        var secret = secretsOf(source.connector());
        var given = new HashSet<>(source.secrets().keySet());
        given.addAll(only(source.settings().keySet(), secret));
        var opened = secrets.open(source);
        var trouble = trouble(source, opened);
        return new SourceSetup(
                source.name(),
                source.connector(),
                Optional.of(
                        new SourceSetup.Change(stored.version(), stored.changedAt(), stored.by())),
                source.every(),
                source.paused(),
                without(source.settings(), secret),
                given,
                trouble,
                trouble.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                new DeclaredSource(
                                        source.name(),
                                        source.connector(),
                                        new Settings(opened.values()),
                                        source.every())));
    }

    private Optional<String> trouble(ManagedSource source, SourceSecrets.Opened opened) {
        var connector = connectors.find(source.connector()).map(Connector::descriptor);
        if (connector.isEmpty()) {
            return Optional.of(
                    "connector '%s' is not installed; install it, or remove the source"
                            .formatted(source.connector()));
        }
        if (!opened.unreadable().isEmpty()) {
            return Optional.of(
                    "%s cannot be decrypted: add the key that encrypted it to tallyport.secret-key-previous, or give the secret again"
                            .formatted(opened.unreadable()));
        }
        return settingsCheck.withoutAsking(connector.get(), opened.values()).stream()
                .map(problem ->
                        "%s: expected %s, found %s"
                                .formatted(
                                        problem.key().orElse("settings"),
                                        problem.expected(),
                                        problem.found()))
                .reduce((first, second) -> first + "; " + second);
    }

    private Set<String> secretsOf(String connector) {
        return connectors.find(connector).map(Connector::descriptor).stream()
                .map(ConnectorDescriptor::settings)
                .flatMap(List::stream)
                .filter(Setting::secret)
                .map(Setting::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> only(Set<String> given, Set<String> wanted) {
        return given.stream().filter(wanted::contains).collect(Collectors.toSet());
    }

    private static Map<String, String> without(Map<String, String> given, Set<String> unwanted) {
        var rest = new HashMap<>(given);
        rest.keySet().removeAll(unwanted);
        return rest;
    }
}
