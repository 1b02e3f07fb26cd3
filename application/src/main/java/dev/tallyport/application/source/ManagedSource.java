package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.util.Map;

/// A source that is managed through the API, as it is stored.
///
/// @param settings those that are no secrets
/// @param secrets the other settings
/// @param every the time between two syncs
/// @param paused whether it is left alone until it is resumed
public record ManagedSource(
        SourceName name,
        String connector,
        Map<String, String> settings,
        Map<String, Sealed> secrets,
        Duration every,
        boolean paused) {

    public ManagedSource {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /// Where a secret of a source lies.
    static String place(SourceName name, String key) {
        return "source/" + name + "/" + key;
    }
}
