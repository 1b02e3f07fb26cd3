package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.Counts;
import dev.tallyport.application.ingestion.Jobs;
import dev.tallyport.application.ingestion.Jobs.Kind;
import dev.tallyport.application.ingestion.Jobs.Part;
import dev.tallyport.application.ingestion.Jobs.State;
import dev.tallyport.application.ingestion.Reads;
import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Interval JANUARY = interval("2026-01-01", "2026-02-01");
    private static final Interval FEBRUARY = interval("2026-02-01", "2026-03-01");
    private static final Counts SOME = new Counts(10, new Changes(3, 2, 1), 4, 5);
    private static final Failure DOWN = new Failure("UNAVAILABLE", "the vendor is down");

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresJobs jobs = new PostgresJobs(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    private static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start + "T08:00:00Z"), Instant.parse(end + "T08:00:00Z"));
    }

    private long backfill() {
        return jobs.add(
                database.source,
                Kind.BACKFILL,
                new Interval(JANUARY.start(), FEBRUARY.end()),
                "Ada",
                NOW,
                List.of(new Part.Window(FEBRUARY), new Part.Window(JANUARY)));
    }

    private Jobs.Due next() {
        return jobs.next(database.source, NOW).orElseThrow();
    }

    @Test
    void partsAreDoneInTheirOrderUntilTheJobIsComplete() {
        long job = backfill();
        var first = next();
        jobs.done(first, SOME, NOW);
        var second = next();
        jobs.done(second, SOME, NOW.plusSeconds(1));

        var complete = jobs.find(database.source, job).orElseThrow();

        assertThat(first.part()).isEqualTo(new Part.Window(FEBRUARY));
        assertThat(second.part()).isEqualTo(new Part.Window(JANUARY));
        assertThat(complete.state()).isEqualTo(State.COMPLETE);
        assertThat(complete.counts()).isEqualTo(SOME.plus(SOME));
        assertThat(complete.endedAt()).contains(NOW.plusSeconds(1));
        assertThat(jobs.next(database.source, NOW)).isEmpty();
    }

    @Test
    void aPartThatNobodyEndedIsDueAgain() {
        backfill();

        var cutOff = next();

        assertThat(next()).isEqualTo(cutOff);
    }

    @Test
    void theOldestOpenJobComesFirst() {
        long first = backfill();
        long second = backfill();

        assertThat(next().job()).isEqualTo(first);
        assertThat(jobs.cancel(database.source, first, NOW)).isTrue();
        assertThat(next().job()).isEqualTo(second);
        assertThat(jobs.latest(database.source, 10))
                .extracting(Jobs.Job::id)
                .containsExactly(second, first);
    }

    @Test
    void aJobWhosePartFailedWaitsAndCountsFailuresInARow() {
        long job = backfill();
        var until = NOW.plus(Duration.ofMinutes(1));

        assertThat(jobs.failed(next(), DOWN)).isEqualTo(1);
        jobs.postpone(job, until);

        assertThat(jobs.next(database.source, NOW)).isEmpty();
        assertThat(jobs.find(database.source, job).orElseThrow().failure()).contains(DOWN);
        var again = jobs.next(database.source, until).orElseThrow();
        assertThat(jobs.failed(again, DOWN)).isEqualTo(2);
        jobs.done(again, SOME, until);
        assertThat(jobs.failed(jobs.next(database.source, until).orElseThrow(), DOWN)).isEqualTo(1);
    }

    @Test
    void aJobThatIsOverIsNeitherDueNorCancelled() {
        long job = backfill();
        jobs.giveUp(job, NOW);

        assertThat(jobs.next(database.source, NOW)).isEmpty();
        assertThat(jobs.cancel(database.source, job, NOW)).isFalse();
        assertThat(jobs.isOpen(job)).isFalse();
        assertThat(jobs.find(database.source, job).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void anotherSourcesJobIsUnknownHere() {
        long job = backfill();
        var other = database.source("other");

        assertThat(jobs.find(other, job)).isEmpty();
        assertThat(jobs.cancel(other, job, NOW)).isFalse();
        assertThat(jobs.next(other, NOW)).isEmpty();
        assertThat(jobs.isOpen(job)).isTrue();
    }

    @Test
    void aReplaysPartNamesTheReadToRepeat() {
        jobs.add(
                database.source,
                Kind.REPLAY,
                JANUARY,
                "Ada",
                NOW,
                List.of(new Part.Repeat(41), new Part.Repeat(42)));

        assertThat(Optional.of(next().part())).contains(new Part.Repeat(41));
    }

    @Test
    void aReplayGoesOnWithTheReadsThatBeganSince() {
        var reads = new PostgresReads(database.database);
        long first = kept(reads);
        long job =
                jobs.add(
                        database.source,
                        Kind.REPLAY,
                        JANUARY,
                        "Ada",
                        NOW,
                        List.of(new Part.Repeat(first)));
        long since = kept(reads);
        assertThat(jobs.isReplaying(database.source)).isTrue();

        jobs.done(next(), SOME, NOW);

        assertThat(next().part()).isEqualTo(new Part.Repeat(since));
        jobs.skip(next(), DOWN, NOW);
        var ended = jobs.find(database.source, job).orElseThrow();
        assertThat(ended.state()).isEqualTo(State.COMPLETE);
        assertThat(ended.parts()).isEqualTo(2);
        assertThat(ended.failure()).contains(DOWN);
        assertThat(jobs.isReplaying(database.source)).isFalse();
    }

    private long kept(PostgresReads reads) {
        long read =
                reads.begin(
                        database.source,
                        Reads.Kind.SYNC,
                        new Reads.Inputs(NOW, Optional.empty(), Optional.empty()));
        reads.keep(read, 0, new byte[0]);
        return read;
    }

    @Test
    void aSourceRestsWhileNeitherASyncNorAPartIsDue() {
        assertThat(jobs.resting(NOW)).isEmpty();

        database.database.update("update source set next_attempt_at = ?", NOW.plusSeconds(1));
        assertThat(jobs.resting(NOW)).containsExactly(new SourceName("acme"));
        assertThat(jobs.resting(NOW.plusSeconds(1))).isEmpty();

        long job = backfill();
        assertThat(jobs.resting(NOW)).isEmpty();
        jobs.postpone(job, NOW.plusSeconds(1));
        assertThat(jobs.resting(NOW)).containsExactly(new SourceName("acme"));
    }
}
