package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a source is set up now.
///
/// @param lastChange through the API; empty for a source of the configuration
/// @param settings those that are given and no secrets
/// @param secrets keys of the secrets that are given
/// @param trouble why it cannot be read, and what to do
/// @param readable what it takes to read it; there unless there is trouble
public record SourceSetup(
        SourceName name,
        String connector,
        Optional<Change> lastChange,
        Duration every,
        boolean paused,
        Map<String, String> settings,
        Set<String> secrets,
        Optional<String> trouble,
        Optional<DeclaredSource> readable) {

    /// @param version what the next change may refer to
    /// @param by who made it, by name
    public record Change(long version, Instant at, String by) {}

    public SourceSetup {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    /// Whether it is managed through the API, and not by the configuration.
    public boolean managed() {
        return lastChange.isPresent();
    }
}
