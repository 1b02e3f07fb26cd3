package dev.tallyport.application.source;

import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The sources that are managed through the API. Every method takes part in the current
/// transaction.
public interface ManagedSources {

    /// A source as it was stored last.
    ///
    /// @param version grows with every change of any source, so that no two states share one
    /// @param by who changed it, by name
    record Stored(ManagedSource source, long version, Instant changedAt, String by) {}

    /// By name.
    List<Stored> all();

    Optional<Stored> find(SourceName name);

    /// `false` when the name is taken.
    boolean add(ManagedSource source, Instant at, String by);

    /// `false` when it was changed or removed since that version.
    boolean replace(ManagedSource source, long version, Instant at, String by);

    /// Also removes its secrets. `false` when it was changed or removed since that version.
    boolean remove(SourceName name, long version);

    /// Has the next sync of the source be due at once.
    void hasten(SourceName name);

    /// Waits until no other instance renews secrets, and keeps others from it until the transaction
    /// ends.
    void lockSecrets();

    /// Stores a secret that was sealed anew, unless it was changed meanwhile.
    void renew(SourceName name, String key, Sealed before, Sealed after);
}
