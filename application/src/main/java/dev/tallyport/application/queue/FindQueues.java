package dev.tallyport.application.queue;

import dev.tallyport.application.queue.Queues.Length;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Finds out how much waits at each vendor now, and how that came about. A queue is of everybody,
/// so that nobody sees it who may see a part only.
@ApplicationScoped
public class FindQueues {

    private static final Duration RECENT = Duration.ofHours(24);

    /// @param lengths of the last 24 hours, oldest first, beginning with what held before; empty
    ///   when the source does not say
    /// @param readAt when the last sync began that read everything it should
    public record Queue(SourceName source, List<Length> lengths, Optional<Instant> readAt) {

        public Queue {
            lengths = List.copyOf(lengths);
        }

        /// Empty when the source does not say.
        public Optional<Length> now() {
            return lengths.isEmpty() ? Optional.empty() : Optional.of(lengths.getLast());
        }
    }

    private final Sources sources;
    private final Queues queues;
    private final InstantSource clock;

    FindQueues(Sources sources, Queues queues, InstantSource clock) {
        this.sources = sources;
        this.queues = queues;
        this.clock = clock;
    }

    /// @param visibility of metrics
    public List<Queue> all(Visibility visibility) {
        return visibility instanceof Visibility.Everything
                ? sources.all().stream().map(this::queue).toList()
                : List.of();
    }

    private Queue queue(SourceState source) {
        return new Queue(
                source.name(),
                queues.since(source.id(), clock.instant().minus(RECENT)),
                source.lastCompleteAt());
    }
}
