package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.ingestion.Counts;
import dev.tallyport.application.ingestion.Reads.Inputs;
import dev.tallyport.application.ingestion.Reads.Kept;
import dev.tallyport.application.ingestion.Reads.Kind;
import dev.tallyport.application.ingestion.Reads.Outcome;
import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReadsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Counts SOME = new Counts(10, new Changes(3, 2, 1), 4, 5);

    private final LedgerDatabase database = LedgerDatabase.open();
    private final PostgresReads reads = new PostgresReads(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    private static Inputs inputs(Instant startedAt) {
        return new Inputs(startedAt, Optional.empty(), Optional.of("compared"));
    }

    private long read(Kind kind, Instant startedAt, Outcome outcome, int parts) {
        long read = reads.begin(database.source, kind, inputs(startedAt));
        for (int part = 0; part < parts; part++) {
            reads.keep(read, part, new byte[] {(byte) part, 42});
        }
        reads.end(read, startedAt.plusSeconds(9), outcome, SOME, Optional.empty());
        return read;
    }

    @Test
    void readsWhoseAnswersAreKeptCanBeRepeatedTheOldestFirst() {
        read(Kind.SYNC, NOW.minusSeconds(1), Outcome.COMPLETE, 1);
        long complete = read(Kind.SYNC, NOW, Outcome.COMPLETE, 2);
        long failed = read(Kind.BACKFILL, NOW.plusSeconds(60), Outcome.FAILED, 1);
        read(Kind.REPLAY, NOW, Outcome.COMPLETE, 1);
        read(Kind.SYNC, NOW, Outcome.COMPLETE, 0);
        long killed = reads.begin(database.source, Kind.SYNC, inputs(NOW));
        reads.keep(killed, 0, new byte[0]);

        assertThat(reads.repeatable(database.source, NOW, 10))
                .containsExactly(
                        new Kept(complete, inputs(NOW), true, 2),
                        new Kept(failed, inputs(NOW.plusSeconds(60)), false, 1),
                        new Kept(killed, inputs(NOW), false, 1));
        assertThat(reads.repeatable(database.source, NOW, 1)).hasSize(1);
        assertThat(reads.kept(complete, 1)).containsExactly(1, 42);
    }

    @Test
    void answersOfEarlyReadsAreForgotten() {
        long early = read(Kind.SYNC, NOW.minusSeconds(1), Outcome.COMPLETE, 1);
        long late = read(Kind.SYNC, NOW, Outcome.COMPLETE, 1);

        reads.forgetBefore(NOW);

        assertThat(reads.repeatable(early)).isEmpty();
        assertThat(reads.repeatable(late)).isPresent();
        assertThat(database.count("kept_answers")).isEqualTo(1);
        assertThat(reads.latest(database.source, 10)).hasSize(2);
    }

    @Test
    void ofEarlyReadsTheLastHundredAreRemembered() {
        for (int second = 0; second < 120; second++) {
            read(Kind.SYNC, NOW.minusSeconds(second), Outcome.COMPLETE, 0);
        }
        read(Kind.SYNC, NOW.plusSeconds(1), Outcome.COMPLETE, 0);

        reads.forgetBefore(NOW.plusSeconds(1));

        assertThat(reads.latest(database.source, 200)).hasSize(100);
    }

    @Test
    void aReadIsSeenWithWhatItCameTo() {
        var window = new Interval(NOW.minusSeconds(60), NOW);
        var failure = new Failure("UNAUTHORIZED", "the key was revoked");
        long read =
                reads.begin(
                        database.source,
                        Kind.BACKFILL,
                        new Inputs(NOW, Optional.of(window), Optional.empty()));
        var underWay = reads.latest(database.source, 1).getFirst();
        reads.end(read, NOW.plusSeconds(5), Outcome.FAILED, SOME, Optional.of(failure));

        var ended = reads.latest(database.source, 1).getFirst();

        assertThat(underWay.outcome()).isEmpty();
        assertThat(ended.window()).contains(window);
        assertThat(ended.outcome()).contains(Outcome.FAILED);
        assertThat(ended.counts()).isEqualTo(SOME);
        assertThat(ended.failure()).contains(failure);
        assertThat(ended.endedAt()).contains(NOW.plusSeconds(5));
    }
}
