package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Seals and opens the secrets of managed sources, each for its own place.
@ApplicationScoped
class SourceSecrets {

    /// The settings of a source as a connector wants them.
    ///
    /// @param unreadable keys of the secrets that cannot be opened here
    record Opened(Map<String, String> values, Set<String> unreadable) {

        /// Keeps the secrets out of logs.
        @Override
        public String toString() {
            return "Opened" + new TreeSet<>(values.keySet());
        }
    }

    private final Seals seals;

    SourceSecrets(Seals seals) {
        this.seals = seals;
    }

    Sealed seal(SourceName name, String key, String secret) {
        return seals.seal(secret, ManagedSource.place(name, key));
    }

    Opened open(ManagedSource source) {
        var values = new HashMap<>(source.settings());
        var unreadable = new TreeSet<String>();
        source.secrets()
                .forEach((key, sealed) ->
                        seals.open(sealed, ManagedSource.place(source.name(), key))
                                .ifPresentOrElse(
                                        secret -> values.put(key, secret),
                                        () -> unreadable.add(key)));
        return new Opened(values, unreadable);
    }
}
