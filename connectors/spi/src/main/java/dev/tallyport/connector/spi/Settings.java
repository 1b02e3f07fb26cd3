package dev.tallyport.connector.spi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The values given for a source, defaults not filled in. Prints its keys only, so that no log line
/// can leak a secret.
public record Settings(Map<String, String> values) {

    public Settings {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The value given, else the setting's default.
    ///
    /// @throws ConnectorException `MISCONFIGURED` when there is neither
    public String value(Setting setting) {
        return value(setting.key())
                .or(setting::defaultValue)
                .orElseThrow(() ->
                        new ConnectorException(
                                ConnectorException.Kind.MISCONFIGURED,
                                "setting '" + setting.key() + "' has no value"));
    }

    @Override
    public String toString() {
        return "Settings" + new TreeSet<>(values.keySet());
    }
}
