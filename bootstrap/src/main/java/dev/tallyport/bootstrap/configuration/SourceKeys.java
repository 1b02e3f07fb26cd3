package dev.tallyport.bootstrap.configuration;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SettingRules;
import dev.tallyport.application.source.Spelling;
import dev.tallyport.application.source.SyncPause;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes sources out of the keys under `tallyport.sources`, if they are what the connectors want.
public final class SourceKeys {

    private final Map<String, ConnectorDescriptor> installed;
    private final KeyMeanings keys;
    private final Problems problems;

    private SourceKeys(
            Map<String, ConnectorDescriptor> installed, KeyMeanings keys, Problems problems) {
        this.installed = installed;
        this.keys = keys;
        this.problems = problems;
    }

    /// Adds what is wrong to the problems. The sources are of use only when there is none.
    public static List<DeclaredSource> read(
            GivenKeys given, List<ConnectorDescriptor> connectors, Problems problems) {
        var installed = new TreeMap<String, ConnectorDescriptor>();
        connectors.forEach(connector -> installed.put(connector.id(), connector));
        var keys = KeyMeanings.of(given, installed, problems);
        return new SourceKeys(installed, keys, problems).sources();
    }

    private List<DeclaredSource> sources() {
        var sources = new ArrayList<DeclaredSource>();
        for (var source : keys.sources()) {
            var name = name(source);
            var every = every(source);
            connector(source)
                    .ifPresent(connector -> {
                        var settings = settings(source, connector);
                        name.ifPresent(valid ->
                                sources.add(
                                        new DeclaredSource(
                                                valid, connector.id(), settings, every)));
                    });
        }
        return List.copyOf(sources);
    }

    private Optional<SourceName> name(String source) {
        try {
            return Optional.of(new SourceName(source));
        } catch (IllegalArgumentException _) {
            problems.add(
                    keys.anyKeyOf(source),
                    "a source's name of lower-case letters, digits and dashes, at most 63",
                    "'" + source + "'");
            return Optional.empty();
        }
    }

    private Duration every(String source) {
        var given = keys.strongest(KeyMeaning.every(source));
        if (given.isEmpty()) {
            return SyncPause.DEFAULT;
        }
        var pause = SyncPause.parse(given.get().value());
        if (pause.isEmpty()) {
            problems.add(given.get().name(), SyncPause.EXPECTED, "'" + given.get().value() + "'");
        }
        return pause.orElse(SyncPause.DEFAULT);
    }

    private Optional<ConnectorDescriptor> connector(String source) {
        var meaning = KeyMeaning.connector(source);
        var given = keys.strongest(meaning);
        var expected = "one of the installed connectors " + installed.keySet();
        if (given.isEmpty()) {
            problems.add(meaning.dotted(), expected, "nothing");
            return Optional.empty();
        }
        var id = given.get().value();
        var connector = Optional.ofNullable(installed.get(id));
        if (connector.isEmpty()) {
            problems.add(
                    given.get().name(),
                    expected,
                    "'" + id + "'" + Spelling.didYouMean(id, installed.keySet()));
        }
        return connector;
    }

    private Settings settings(String source, ConnectorDescriptor connector) {
        var values = new TreeMap<String, String>();
        for (var setting : keys.settingsOf(source)) {
            keys.strongest(KeyMeaning.setting(source, setting))
                    .ifPresent(given -> values.put(setting, given.value()));
        }
        for (var problem : SettingRules.problems(connector, values)) {
            problems.add(written(source, problem.key()), problem.expected(), problem.found());
        }
        return new Settings(values);
    }

    /// The key as it was given, or could be.
    private String written(String source, Optional<String> setting) {
        return setting.map(key -> KeyMeaning.setting(source, key))
                .map(meaning ->
                        keys.strongest(meaning).map(GivenKey::name).orElseGet(meaning::dotted))
                .orElse(InstallationKeys.SOURCES + source + ".settings");
    }
}
