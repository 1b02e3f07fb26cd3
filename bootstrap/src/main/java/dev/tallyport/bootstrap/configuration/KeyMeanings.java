package dev.tallyport.bootstrap.configuration;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What each key under `tallyport.sources` means.
///
/// A dotted name says what it means. An environment variable has lost its dots and dashes, so it
/// means whatever it can mean given the sources and the connectors' settings that there are; when
/// that is not exactly one thing, it is refused.
final class KeyMeanings {

    private static final Pattern DOTTED =
            Pattern.compile(
                    "tallyport\\.sources\\.(\"(?<quoted>[^\"]*)\"|(?<name>[^.\"]+))\\.((?<own>connector|every)|settings\\.(?<setting>.+))");
    private static final String CONNECTOR = "_CONNECTOR";
    private static final String EVERY = "_EVERY";
    private static final String SETTINGS = "_SETTINGS_";

    private final Map<String, ConnectorDescriptor> installed;
    private final Problems problems;
    private final Map<KeyMeaning, List<GivenKey>> keys = new HashMap<>();

    private KeyMeanings(Map<String, ConnectorDescriptor> installed, Problems problems) {
        this.installed = installed;
        this.problems = problems;
    }

    /// Adds the keys that mean nothing, or more than one thing, to the problems.
    static KeyMeanings of(
            GivenKeys given, Map<String, ConnectorDescriptor> installed, Problems problems) {
        var meanings = new KeyMeanings(installed, problems);
        meanings.readDotted(given);
        meanings.readEnvironment(given);
        return meanings;
    }

    Set<String> sources() {
        var names = new TreeSet<String>();
        keys.keySet().forEach(meaning -> names.add(meaning.source()));
        return names;
    }

    /// The key that holds of those that mean this.
    Optional<GivenKey> strongest(KeyMeaning meaning) {
        return GivenKeys.strongest(keys.getOrDefault(meaning, List.of()), problems);
    }

    /// Some key of the source, the same every time.
    String anyKeyOf(String source) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getKey().source().equals(source))
                .flatMap(entry -> entry.getValue().stream())
                .map(GivenKey::name)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /// The settings that some key of the source is about.
    Set<String> settingsOf(String source) {
        var settings = new TreeSet<String>();
        for (var meaning : keys.keySet()) {
            if (meaning.source().equals(source)
                    && meaning.part() instanceof KeyMeaning.Part.Of(var setting)) {
                settings.add(setting);
            }
        }
        return settings;
    }

    private void add(GivenKey key, KeyMeaning meaning) {
        keys.computeIfAbsent(meaning, _ -> new ArrayList<>()).add(key);
    }

    private void readDotted(GivenKeys given) {
        for (var key : given.all()) {
            if (key.name().startsWith(InstallationKeys.SOURCES)) {
                var dotted = DOTTED.matcher(key.name());
                if (dotted.matches()) {
                    add(key, meaning(dotted));
                } else {
                    problems.add(
                            key.name(),
                            "tallyport.sources.<name>. and then connector, every or settings.<key>",
                            "an unknown key");
                }
            }
        }
    }

    private static KeyMeaning meaning(Matcher dotted) {
        var quoted = Optional.ofNullable(dotted.group("quoted"));
        var source = quoted.orElseGet(() -> dotted.group("name"));
        return Optional.ofNullable(dotted.group("own"))
                .map(own ->
                        own.equals("every")
                                ? KeyMeaning.every(source)
                                : KeyMeaning.connector(source))
                .orElseGet(() -> KeyMeaning.setting(source, dotted.group("setting")));
    }

    private void readEnvironment(GivenKeys given) {
        var variables =
                given.all().stream()
                        .filter(key -> key.name().startsWith(InstallationKeys.ENVIRONMENT_SOURCES))
                        .toList();
        var connectors = connectorsChosen(variables);
        var known = sources();
        known.addAll(connectors.keySet());
        for (var variable : variables) {
            var meanings = meanings(variable, known, connectors);
            switch (meanings.size()) {
                case 0 -> readMeaningless(variable, known);
                case 1 -> add(variable, meanings.getFirst());
                default ->
                        problems.add(
                                variable.name(),
                                "a name that means one thing; write this key dotted instead",
                                "one that means any of "
                                        + meanings.stream()
                                                .map(KeyMeaning::dotted)
                                                .sorted()
                                                .toList());
            }
        }
    }

    /// The connector that each source would have if every variable that can name one does.
    private Map<String, String> connectorsChosen(List<GivenKey> variables) {
        var dotted = sources();
        var given = new TreeMap<String, List<GivenKey>>();
        for (var name : dotted) {
            given.put(
                    name,
                    new ArrayList<>(keys.getOrDefault(KeyMeaning.connector(name), List.of())));
        }
        for (var variable : variables) {
            beforeSuffix(variable, CONNECTOR).stream()
                    .flatMap(name -> namesOf(name, dotted).stream())
                    .forEach(name ->
                            given.computeIfAbsent(name, _ -> new ArrayList<>()).add(variable));
        }
        var chosen = new TreeMap<String, String>();
        given.forEach((name, written) ->
                GivenKeys.strongest(written, new Problems())
                        .ifPresent(key -> chosen.put(name, key.value())));
        return chosen;
    }

    private List<KeyMeaning> meanings(
            GivenKey variable, Set<String> known, Map<String, String> connectors) {
        var meanings = new ArrayList<KeyMeaning>();
        beforeSuffix(variable, CONNECTOR).stream()
                .flatMap(name -> knownNamesOf(name, known).stream())
                .map(KeyMeaning::connector)
                .forEach(meanings::add);
        beforeSuffix(variable, EVERY).stream()
                .flatMap(name -> knownNamesOf(name, known).stream())
                .map(KeyMeaning::every)
                .forEach(meanings::add);
        for (var split : splits(variable)) {
            for (var name : knownNamesOf(split.source(), known)) {
                settings(connectors.get(name)).stream()
                        .filter(setting -> Names.normalised(setting).equals(split.setting()))
                        .map(setting -> KeyMeaning.setting(name, setting))
                        .forEach(meanings::add);
            }
        }
        return meanings;
    }

    private List<String> settings(@Nullable String connector) {
        return Optional.ofNullable(connector)
                .flatMap(id -> Optional.ofNullable(installed.get(id)))
                .map(descriptor -> descriptor.settings().stream().map(Setting::key).toList())
                .orElse(List.of());
    }

    /// Takes it for an unknown setting of a known source, if it can be one.
    private void readMeaningless(GivenKey variable, Set<String> known) {
        var unknownSetting =
                splits(variable).stream()
                        .flatMap(split ->
                                knownNamesOf(split.source(), known).stream()
                                        .map(name ->
                                                KeyMeaning.setting(
                                                        name, asWritten(split.setting()))))
                        .findFirst();
        if (unknownSetting.isPresent()) {
            add(variable, unknownSetting.get());
        } else if (variable.hasValue() && !InstallationKeys.isServiceLink(variable)) {
            problems.add(
                    variable.name(),
                    InstallationKeys.ENVIRONMENT_SOURCES
                            + "<NAME>_ and then CONNECTOR, EVERY or SETTINGS_<KEY>, of a source that has a connector",
                    "a key of no such source");
        }
    }

    /// A variable cut at one of the places where it says `_SETTINGS_`.
    private record Split(String source, String setting) {}

    private static List<Split> splits(GivenKey variable) {
        var rest = rest(variable);
        var splits = new ArrayList<Split>();
        for (var at = rest.indexOf(SETTINGS, 1); at > 0; at = rest.indexOf(SETTINGS, at + 1)) {
            splits.add(new Split(rest.substring(0, at), rest.substring(at + SETTINGS.length())));
        }
        return splits;
    }

    private static Optional<String> beforeSuffix(GivenKey variable, String suffix) {
        var rest = rest(variable);
        return rest.endsWith(suffix) && rest.length() > suffix.length()
                ? Optional.of(rest.substring(0, rest.length() - suffix.length()))
                : Optional.empty();
    }

    private static String rest(GivenKey variable) {
        return variable.name().substring(InstallationKeys.ENVIRONMENT_SOURCES.length());
    }

    /// The declared names that look like this in the environment, else the plainest one that does.
    private static List<String> namesOf(String normalised, Set<String> declared) {
        var names = knownNamesOf(normalised, declared);
        return names.isEmpty() ? List.of(asWritten(normalised)) : names;
    }

    private static List<String> knownNamesOf(String normalised, Set<String> known) {
        return known.stream().filter(name -> Names.normalised(name).equals(normalised)).toList();
    }

    private static String asWritten(String normalised) {
        return normalised.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
