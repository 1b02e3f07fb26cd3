package dev.tallyport.application.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.queue.FindQueues.Queue;
import dev.tallyport.application.queue.Queues.Length;
import dev.tallyport.application.source.RegisteredSources;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FindQueuesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Length LENGTH =
            new Length(
                    NOW.minus(Duration.ofHours(25)),
                    BigDecimal.TWO,
                    "session",
                    Optional.of("normal"));

    private final RegisteredSources sources = new RegisteredSources();
    private final FindQueues findQueues;

    FindQueuesTest() {
        var acme = sources.register(ACME, "test");
        sources.register(BETA, "test");
        findQueues =
                new FindQueues(
                        sources,
                        (source, since) ->
                                source.equals(acme) && since.equals(NOW.minus(Duration.ofHours(24)))
                                        ? List.of(LENGTH)
                                        : List.of(),
                        () -> NOW);
    }

    @Test
    void aSourceThatDoesNotSayHasNoQueueInsteadOfAnEmptyOne() {
        var queues = findQueues.all(new Visibility.Everything());

        assertThat(queues)
                .containsExactly(
                        new Queue(ACME, List.of(LENGTH), Optional.empty()),
                        new Queue(BETA, List.of(), Optional.empty()));
        assertThat(queues)
                .extracting(Queue::now)
                .containsExactly(Optional.of(LENGTH), Optional.empty());
    }

    @Test
    void whoeverSeesAPartSeesNoQueue() {
        var part =
                new Visibility.Some(
                        Set.of(new VendorOrganization(ACME, "org-1")),
                        Set.of(),
                        Set.of(),
                        Set.of());

        assertThat(findQueues.all(part)).isEmpty();
        assertThat(findQueues.all(new Visibility.Nothing())).isEmpty();
    }
}
