package dev.tallyport.application.source;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the settings of a source must be, wherever they are given.
public final class SettingRules {

    private SettingRules() {}

    /// Everything that is wrong with the settings; without any, a connector may be given them.
    public static List<SettingProblem> problems(
            ConnectorDescriptor connector, Map<String, String> given) {
        var problems = new ArrayList<SettingProblem>();
        for (var setting : connector.settings()) {
            check(setting, given, problems);
        }
        checkUnknown(connector, given.keySet(), problems);
        checkChoice(connector.eitherOf(), given.keySet(), problems);
        return List.copyOf(problems);
    }

    private static void check(
            Setting setting, Map<String, String> given, List<SettingProblem> problems) {
        var rule = new SettingRule(setting);
        var value = given.get(setting.key());
        if (value == null) {
            if (setting.required()) {
                problems.add(
                        SettingProblem.of(
                                setting.key(), rule.expected(), "nothing, and it is required"));
            }
        } else if (!rule.accepts(value)) {
            problems.add(SettingProblem.of(setting.key(), rule.expected(), rule.describe(value)));
        }
    }

    private static void checkUnknown(
            ConnectorDescriptor connector, Set<String> given, List<SettingProblem> problems) {
        var known =
                connector.settings().stream()
                        .map(Setting::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var key : new TreeSet<>(given)) {
            if (!known.contains(key)) {
                problems.add(
                        SettingProblem.of(
                                key,
                                "a setting of connector '%s' %s".formatted(connector.id(), known),
                                "an unknown one" + Spelling.didYouMean(key, known)));
            }
        }
    }

    /// Exactly one of the sets must be there, whole and alone.
    private static void checkChoice(
            List<Set<String>> eitherOf, Set<String> given, List<SettingProblem> problems) {
        var chosen =
                eitherOf.stream()
                        .flatMap(Set::stream)
                        .filter(given::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!eitherOf.isEmpty() && !eitherOf.contains(chosen)) {
            problems.add(
                    new SettingProblem(
                            Optional.empty(),
                            "all of one and none of the others of "
                                    + eitherOf.stream()
                                            .map(keys -> new TreeSet<>(keys).toString())
                                            .sorted()
                                            .collect(Collectors.joining(" or ")),
                            chosen.isEmpty() ? "none of them" : chosen.toString()));
        }
    }
}
