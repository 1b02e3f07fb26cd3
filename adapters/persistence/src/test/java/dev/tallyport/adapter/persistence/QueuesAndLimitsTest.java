package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.limit.Limits.Statement;
import dev.tallyport.application.queue.Queues.Length;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Observation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueuesAndLimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresObservations observations =
            new PostgresObservations(database.database, database.keys);
    private final PostgresQueues queues = new PostgresQueues(database.database);
    private final PostgresLimits limits = new PostgresLimits(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    private void observe(Observation... some) {
        for (var one : some) {
            observations.record(database.source, List.of(one), NOON);
        }
    }

    private static Observation queue(Instant at, int size) {
        return new Observation(
                "queue-size",
                at,
                at,
                Map.of(),
                BigDecimal.valueOf(size),
                "session",
                Optional.of("normal"));
    }

    private static Length length(Instant since, int size) {
        return new Length(since, BigDecimal.valueOf(size), "session", Optional.of("normal"));
    }

    @Test
    void aQueueIsWhatHeldThenAndWhatWasStatedSince() {
        observe(queue(NOON.minusSeconds(9), 1));
        observe(queue(NOON.minusSeconds(5), 2));
        observe(queue(NOON.plusSeconds(5), 3));

        assertThat(queues.since(database.source, NOON))
                .containsExactly(length(NOON.minusSeconds(5), 2), length(NOON.plusSeconds(5), 3));
        assertThat(queues.since(database.source, NOON.minusSeconds(5))).hasSize(2);
        assertThat(queues.since(database.source, NOON.minusSeconds(99))).hasSize(3);
    }

    @Test
    void aQueueThatWasNeverStatedIsNone() {
        assertThat(queues.since(database.source, NOON)).isEmpty();
    }

    private static Observation limit(
            Instant start, Instant end, Map<Dimension, String> whose, String value) {
        return new Observation(
                "a-limit", start, end, whose, new BigDecimal(value), "ACU", Optional.empty());
    }

    private static Statement statement(
            Optional<String> user,
            Optional<String> organization,
            String value,
            Instant start,
            Instant end) {
        return new Statement(
                "a-limit",
                user,
                organization,
                Optional.empty(),
                new BigDecimal(value),
                "ACU",
                Optional.empty(),
                start,
                end);
    }

    @Test
    void ofWhatHoldsUntilItIsStatedAnewTheLatestIsTheLimit() {
        var longAgo = NOON.minus(Duration.ofDays(100));
        observe(
                limit(longAgo, longAgo, Map.of(), "9"),
                limit(longAgo, longAgo, Map.of(Dimension.ORGANIZATION, "org-1"), "1"),
                limit(NOON, NOON, Map.of(Dimension.ORGANIZATION, "org-1"), "2.5"),
                limit(longAgo, longAgo, Map.of(Dimension.USER, "ann"), "3"));

        var latest = limits.latest(database.source, Set.of("a-limit"), NOON);

        assertThat(latest)
                .containsExactly(
                        statement(Optional.empty(), Optional.empty(), "9", longAgo, longAgo),
                        statement(Optional.of("ann"), Optional.empty(), "3", longAgo, longAgo),
                        statement(Optional.empty(), Optional.of("org-1"), "2.5", NOON, NOON));
        assertThat(limits.latest(database.source, Set.of("another"), NOON)).isEmpty();
    }

    @Test
    void ofStretchesTheLastOfAWeekIsTheLimit() {
        var day = Duration.ofDays(1);
        var ann = Map.of(Dimension.USER, "ann");
        var bob = Map.of(Dimension.USER, "bob");
        observe(
                limit(NOON.minus(day.multipliedBy(2)), NOON.minus(day), ann, "1"),
                limit(NOON.minus(day), NOON, ann, "2"),
                limit(NOON.minus(day.multipliedBy(8)), NOON.minus(day.multipliedBy(7)), bob, "3"));

        var latest = limits.latest(database.source, Set.of("a-limit"), NOON);

        assertThat(latest)
                .containsExactly(
                        statement(
                                Optional.of("ann"), Optional.empty(), "2", NOON.minus(day), NOON));
    }
}
