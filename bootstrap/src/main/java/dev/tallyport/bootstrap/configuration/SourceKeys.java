package dev.tallyport.bootstrap.configuration;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes sources out of the keys under `tallyport.sources`, if they are what the connectors want.
public final class SourceKeys {

    private static final Duration EVERY_DEFAULT = Duration.ofMinutes(15);
    private static final Duration EVERY_LEAST = Duration.ofSeconds(1);

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
            return EVERY_DEFAULT;
        }
        if (!SettingRule.isAtLeast(given.get().value(), EVERY_LEAST)) {
            problems.add(
                    given.get().name(),
                    "an ISO-8601 duration of at least PT1S such as 'PT15M'",
                    "'" + given.get().value() + "'");
            return EVERY_DEFAULT;
        }
        return Duration.parse(given.get().value());
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
                    "'" + id + "'" + Names.didYouMean(id, installed.keySet()));
        }
        return connector;
    }

    private Settings settings(String source, ConnectorDescriptor connector) {
        var values = new TreeMap<String, String>();
        for (var setting : connector.settings()) {
            value(source, setting).ifPresent(value -> values.put(setting.key(), value));
        }
        reportUnknownSettings(source, connector);
        return new Settings(values);
    }

    private Optional<String> value(String source, Setting setting) {
        var meaning = KeyMeaning.setting(source, setting.key());
        var given = keys.strongest(meaning);
        var rule = new SettingRule(setting);
        if (given.isEmpty()) {
            if (setting.required()) {
                problems.add(meaning.dotted(), rule.expected(), "nothing, and it is required");
            }
            return Optional.empty();
        }
        var value = given.get().value();
        if (!rule.accepts(value)) {
            problems.add(given.get().name(), rule.expected(), rule.describe(value));
        }
        return Optional.of(value);
    }

    private void reportUnknownSettings(String source, ConnectorDescriptor connector) {
        var known =
                connector.settings().stream()
                        .map(Setting::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        keys.settingsOf(source)
                .forEach((setting, written) -> {
                    if (!known.contains(setting)) {
                        for (var key : written) {
                            problems.add(
                                    key.name(),
                                    "a setting of connector '%s' %s"
                                            .formatted(connector.id(), known),
                                    "an unknown one" + Names.didYouMean(setting, known));
                        }
                    }
                });
    }
}
