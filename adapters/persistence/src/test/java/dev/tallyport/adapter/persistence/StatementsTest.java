package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.health.SourceEvents.Event;
import dev.tallyport.application.health.SourceEvents.Kind;
import dev.tallyport.connector.spi.Activity;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a source states beside usage.
final class StatementsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresActivities activities =
            new PostgresActivities(database.database, database.keys);
    private final PostgresObservations observations =
            new PostgresObservations(database.database, database.keys);
    private final PostgresNotes notes = new PostgresNotes(database.database);
    private final PostgresSourceEvents events = new PostgresSourceEvents(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    private static Activity session(String id, Optional<String> user, String acus) {
        return new Activity(
                Activity.Kind.SESSION,
                id,
                NOW,
                Optional.of(NOW.plusSeconds(5)),
                user,
                Optional.of("org-1"),
                Optional.empty(),
                Optional.of("Fix \"it\"\0"),
                Map.of("acus", new BigDecimal(acus)),
                Map.of("tags", List.of("a", "b"), "status", List.of("exit")));
    }

    private static Observation queue(Instant at, int size, String word) {
        return new Observation(
                "queue-size",
                at,
                at,
                Map.of(),
                BigDecimal.valueOf(size),
                "session",
                Optional.of(word));
    }

    @Test
    void anActivityIsReplacedByTheLaterOneOfItsIdWhoeverItIsOf() {
        activities.record(database.source, List.of(session("s1", Optional.empty(), "1.5")));
        activities.record(
                database.source,
                List.of(
                        session("s1", Optional.of("u1"), "2"),
                        session("s1", Optional.of("u1"), "3")));

        var figures =
                database.database.query(
                        "select a.figures ->> 'acus', u.external_id, a.title,"
                                + " a.attributes -> 'tags' ->> 1 from activity a"
                                + " join vendor_user u on u.id = a.user_key",
                        row ->
                                List.of(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)));

        assertThat(figures).containsExactly(List.of("3", "u1", "Fix \"it\"\uFFFD", "b"));
    }

    @Test
    void anActivityThatDidNotChangeCostsNoWrite() {
        activities.record(database.source, List.of(session("s1", Optional.of("u1"), "1.50")));
        var before = versionOf("activity");

        activities.record(database.source, List.of(session("s1", Optional.of("u1"), "1.50")));

        assertThat(versionOf("activity")).isEqualTo(before);
    }

    /// Where the row lies changes with every write.
    private String versionOf(String table) {
        return database.database
                .query("select ctid::text from " + table, row -> row.getString(1))
                .getFirst();
    }

    @Test
    void whatStillHoldsIsNotObservedTwice() {
        observations.record(database.source, List.of(queue(NOW, 3, "normal")), NOW);
        observations.record(database.source, List.of(queue(NOW.plusSeconds(60), 3, "normal")), NOW);
        observations.record(database.source, List.of(queue(NOW.plusSeconds(120), 3, "high")), NOW);
        observations.record(
                database.source, List.of(queue(NOW.plusSeconds(180), 3, "normal")), NOW);

        var words =
                database.database.query(
                        "select word from observation order by starts_at", row -> row.getString(1));

        assertThat(words).containsExactly("normal", "high", "normal");
    }

    @Test
    void anObservationOfAStretchReplacesTheEarlierOneOfItsDimensions() {
        var limit =
                new Observation(
                        "active-users",
                        NOW,
                        NOW.plusSeconds(60),
                        Map.of(Dimension.ORGANIZATION, "org-1"),
                        BigDecimal.ONE,
                        "user",
                        Optional.empty());
        var other =
                new Observation(
                        limit.name(),
                        limit.start(),
                        limit.end(),
                        Map.of(Dimension.ORGANIZATION, "org-2"),
                        BigDecimal.TEN,
                        limit.unit(),
                        Optional.empty());
        var revised =
                new Observation(
                        limit.name(),
                        limit.start(),
                        limit.end(),
                        limit.dimensions(),
                        BigDecimal.TWO,
                        limit.unit(),
                        Optional.empty());

        observations.record(database.source, List.of(limit, other), NOW);
        observations.record(database.source, List.of(revised), NOW);

        assertThat(
                        database.database.query(
                                "select value from observation order by value",
                                row -> row.getBigDecimal(1)))
                .containsExactly(BigDecimal.TWO, BigDecimal.TEN);
    }

    @Test
    void whatTheVendorCountsIsCountedHereAsWell() {
        var end = NOW.plusSeconds(3600);
        activities.record(
                database.source,
                List.of(
                        session("s1", Optional.of("u1"), "1"),
                        session("s2", Optional.of("u1"), "1"),
                        session("s3", Optional.empty(), "1"),
                        pullRequest("p1", NOW, "merged"),
                        pullRequest("p2", NOW, "open"),
                        pullRequest("p3", end, "merged")));
        observations.record(
                database.source,
                List.of(
                        count("sessions", NOW, end, 3),
                        count("active-users", NOW, end, 2),
                        count("pull-requests-created", NOW, end, 2),
                        count("pull-requests-merged", NOW, end, 2),
                        count("sessions", end, end.plusSeconds(1), 7),
                        queue(NOW, 3, "normal")),
                NOW);

        var counts =
                new PostgresCountedActivities(database.database).counts(database.source, NOW, end);

        assertThat(counts)
                .extracting(one -> one.name() + " " + one.declared() + " " + one.counted())
                .containsExactly(
                        "active-users 2 1",
                        "pull-requests-created 2 2",
                        "pull-requests-merged 2 1",
                        "sessions 3 3");
    }

    private static Activity pullRequest(String id, Instant start, String state) {
        return new Activity(
                Activity.Kind.PULL_REQUEST,
                id,
                start,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("s1"),
                Optional.empty(),
                Map.of(),
                Map.of("state", List.of(state)));
    }

    private static Observation count(String name, Instant start, Instant end, int value) {
        return new Observation(
                name, start, end, Map.of(), BigDecimal.valueOf(value), "thing", Optional.empty());
    }

    @Test
    void notesThatNoLaterReadSaysAreForgotten() {
        notes.record(database.source, List.of(new Note("a", "one"), new Note("b", "two")), NOW);
        notes.record(database.source, List.of(new Note("b", "two")), NOW.plusSeconds(60));

        notes.forgetBefore(database.source, NOW.plusSeconds(60));

        assertThat(notes.of(database.source)).containsExactly(new Note("b", "two"));
    }

    @Test
    void aSourceBecomesLateOnceUntilItHasRecovered() {
        assertThat(events.recovered(database.source, NOW, "never late")).isFalse();
        assertThat(events.late(database.source, NOW, "dead")).isTrue();
        assertThat(events.late(database.source, NOW.plusSeconds(1), "still dead")).isFalse();
        assertThat(events.lateSince(database.source)).contains(NOW);
        assertThat(events.recovered(database.source, NOW.plusSeconds(2), "alive")).isTrue();

        assertThat(events.lateSince(database.source)).isEmpty();
        assertThat(events.latest(database.source, 10))
                .containsExactly(
                        new Event(Kind.RECOVERED, NOW.plusSeconds(2), "alive"),
                        new Event(Kind.LATE, NOW, "dead"));
    }
}
