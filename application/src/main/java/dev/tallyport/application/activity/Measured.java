package dev.tallyport.application.activity;

import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was counted, and in which sources.
///
/// @param figures empty when no source says, which is not zero
/// @param sources those of which something may be seen
public record Measured<T>(Optional<T> figures, List<Standing> sources) {

    public Measured {
        sources = List.copyOf(sources);
    }

    /// How a source took part. It says nothing of a kind of which it never handed over any.
    ///
    /// @param says of what was to be counted, what it tells
    /// @param saysNot what it does not tell
    /// @param readAt when the last sync began that read everything it should
    public record Standing(
            SourceName source, Set<Kind> says, Set<Kind> saysNot, Optional<Instant> readAt) {

        public Standing {
            says = Set.copyOf(says);
            saysNot = Set.copyOf(saysNot);
        }
    }
}
