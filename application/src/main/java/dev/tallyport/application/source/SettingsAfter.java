package dev.tallyport.application.source;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the settings of a source would be after a change: what the change leaves out stays, but no
/// secret is ever sent to an address that it was not given for.
///
/// @param values secrets among them
/// @param problems what the change alone gets wrong
record SettingsAfter(Map<String, String> values, List<SettingProblem> problems) {

    /// @param changes empty for what is to be given no longer
    static SettingsAfter of(
            ConnectorDescriptor connector,
            SourceSecrets.Opened before,
            Map<String, Optional<String>> changes) {
        var after = new HashMap<>(before.values());
        changes.forEach((key, value) ->
                value.ifPresentOrElse(given -> after.put(key, given), () -> after.remove(key)));
        var problems = new ArrayList<SettingProblem>();
        for (var key : before.unreadable()) {
            if (!changes.containsKey(key)) {
                problems.add(
                        SettingProblem.of(
                                key,
                                "the secret again",
                                "one that was encrypted with a key that is not known here"));
            }
        }
        moved(connector, before.values(), after)
                .ifPresent(address ->
                        connector.settings().stream()
                                .filter(Setting::secret)
                                .map(Setting::key)
                                .filter(key -> before.values().containsKey(key))
                                .filter(key -> !changes.containsKey(key))
                                .map(key ->
                                        SettingProblem.of(
                                                key,
                                                "the secret again, since '%s' leads elsewhere"
                                                        .formatted(address),
                                                "nothing"))
                                .forEach(problems::add));
        return new SettingsAfter(after, problems);
    }

    private static Optional<String> moved(
            ConnectorDescriptor connector, Map<String, String> before, Map<String, String> after) {
        return connector.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.URL)
                .filter(setting -> SettingsCheck.effective(setting, after).isPresent())
                .filter(setting -> !origin(setting, before).equals(origin(setting, after)))
                .map(Setting::key)
                .findFirst();
    }

    private static Optional<String> origin(Setting setting, Map<String, String> given) {
        return SettingsCheck.effective(setting, given)
                .map(address -> {
                    try {
                        var uri = URI.create(address);
                        return (uri.getScheme() + "://" + uri.getAuthority())
                                .toLowerCase(Locale.ROOT);
                    } catch (IllegalArgumentException _) {
                        return address;
                    }
                });
    }

    /// Keeps the secrets out of logs.
    @Override
    public String toString() {
        return "SettingsAfter" + problems;
    }
}
