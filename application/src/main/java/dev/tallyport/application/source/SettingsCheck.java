package dev.tallyport.application.source;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds the settings of managed sources to their connector's rules and to what may be reached from
/// here.
@ApplicationScoped
class SettingsCheck {

    private final Reach reach;

    SettingsCheck(Reach reach) {
        this.reach = reach;
    }

    /// Everything that is wrong, looking hosts up as well.
    List<SettingProblem> whole(ConnectorDescriptor connector, Map<String, String> given) {
        var problems = new ArrayList<>(withoutAsking(connector, given));
        var wrong = keysOf(problems);
        for (var setting : connector.settings()) {
            if (setting.type() == Setting.Type.URL && !wrong.contains(setting.key())) {
                effective(setting, given)
                        .flatMap(address -> reach.refusal(URI.create(address)))
                        .map(reason ->
                                SettingProblem.of(
                                        setting.key(), "an address that may be asked", reason))
                        .ifPresent(problems::add);
            }
        }
        return List.copyOf(problems);
    }

    /// Everything that is wrong after a change; of one setting, what the change itself gets wrong.
    List<SettingProblem> after(ConnectorDescriptor connector, SettingsAfter settings) {
        var problems = new ArrayList<>(settings.problems());
        var wrong = keysOf(problems);
        whole(connector, settings.values()).stream()
                .filter(problem -> problem.key().filter(wrong::contains).isEmpty())
                .forEach(problems::add);
        return List.copyOf(problems);
    }

    /// What can be known to be wrong without looking hosts up.
    List<SettingProblem> withoutAsking(ConnectorDescriptor connector, Map<String, String> given) {
        var problems = new ArrayList<>(SettingRules.problems(connector, given));
        var wrong = keysOf(problems);
        for (var setting : connector.settings()) {
            if (setting.type() == Setting.Type.PATH && !wrong.contains(setting.key())) {
                effective(setting, given)
                        .flatMap(place -> reach.refusal(Path.of(place)))
                        .map(reason ->
                                SettingProblem.of(
                                        setting.key(),
                                        "a file or folder that managed sources may read",
                                        reason))
                        .ifPresent(problems::add);
            }
        }
        return List.copyOf(problems);
    }

    static Optional<String> effective(Setting setting, Map<String, String> given) {
        return Optional.ofNullable(given.get(setting.key())).or(setting::defaultValue);
    }

    private static Set<String> keysOf(List<SettingProblem> problems) {
        return problems.stream()
                .flatMap(problem -> problem.key().stream())
                .collect(Collectors.toSet());
    }
}
