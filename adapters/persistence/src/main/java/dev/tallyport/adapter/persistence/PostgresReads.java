package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Counts;
import dev.tallyport.application.ingestion.Reads;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@ApplicationScoped
class PostgresReads implements Reads {

    private static final String REPEATABLE =
            """
            select id, started_at, window_start, window_end, checkpoint,
                outcome is not distinct from 'complete' as complete,
                (select count(*) from kept_answers where read_id = id) as parts
            from source_read
            where answers_kept and kind <> 'replay'
            """;

    private final Database database;

    PostgresReads(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public long begin(SourceId source, Kind kind, Inputs inputs) {
        return database.query(
                        """
                        insert into source_read (source_id, kind, started_at, window_start, window_end,
                            checkpoint)
                        values (?, ?, ?, ?, ?, ?)
                        returning id
                        """,
                        row -> row.getLong(1),
                        source.value(),
                        word(kind),
                        inputs.startedAt(),
                        inputs.window().map(Interval::start).orElse(null),
                        inputs.window().map(Interval::end).orElse(null),
                        inputs.checkpoint().orElse(null))
                .getFirst();
    }

    @Override
    @Transactional
    public void end(
            long read, Instant at, Outcome outcome, Counts counts, Optional<Failure> failure) {
        database.update(
                """
                update source_read
                set ended_at = ?, outcome = ?, facts = ?, added = ?, revised = ?, retracted = ?,
                    rejected = ?, waits = ?, error_kind = ?, error_message = ?
                where id = ?
                """,
                at,
                word(outcome),
                counts.facts(),
                counts.changes().added(),
                counts.changes().revised(),
                counts.changes().retracted(),
                counts.rejected(),
                counts.waits(),
                failure.map(Failure::kind).orElse(null),
                failure.map(Failure::message).orElse(null),
                read);
    }

    @Override
    @Transactional
    public void keep(long read, int part, byte[] content) {
        database.update(
                "insert into kept_answers (read_id, part, content) values (?, ?, ?)",
                read,
                part,
                content);
        database.update(
                "update source_read set answers_kept = true where id = ? and not answers_kept",
                read);
    }

    @Override
    @Transactional
    public byte[] kept(long read, int part) {
        return database.query(
                        "select content from kept_answers where read_id = ? and part = ?",
                        row -> row.getBytes(1),
                        read,
                        part)
                .getFirst();
    }

    @Override
    @Transactional
    public List<Kept> repeatable(SourceId source, Instant since, int most) {
        return database.query(
                REPEATABLE + " and source_id = ? and started_at >= ? order by id limit ?",
                PostgresReads::kept,
                source.value(),
                since,
                most);
    }

    @Override
    @Transactional
    public Optional<Kept> repeatable(long read) {
        return database.query(REPEATABLE + " and id = ?", PostgresReads::kept, read).stream()
                .findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new Inputs(
                        Columns.instant(row, "started_at"),
                        Columns.interval(row, "window_start", "window_end"),
                        Columns.maybeText(row, "checkpoint")),
                row.getBoolean("complete"),
                row.getInt("parts"));
    }

    @Override
    @Transactional
    public void forgetBefore(Instant instant) {
        database.update(
                """
                delete from kept_answers a using source_read r
                where r.id = a.read_id and r.answers_kept and r.started_at < ?
                """,
                instant);
        database.update(
                "update source_read set answers_kept = false where answers_kept and started_at < ?",
                instant);
        database.update(
                """
                delete from source_read r
                where started_at < ? and id < (
                    select min(id) from (
                        select id from source_read where source_id = r.source_id
                        order by id desc limit 100) latest)
                """,
                instant);
    }

    @Override
    @Transactional
    public List<Seen> latest(SourceId source, int most) {
        return database.query(
                "select * from source_read where source_id = ? order by id desc limit ?",
                row ->
                        new Seen(
                                row.getLong("id"),
                                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                Columns.instant(row, "started_at"),
                                Columns.interval(row, "window_start", "window_end"),
                                Columns.maybeInstant(row, "ended_at"),
                                Columns.maybeText(row, "outcome")
                                        .map(word ->
                                                Outcome.valueOf(word.toUpperCase(Locale.ROOT))),
                                Columns.counts(row),
                                Columns.failure(row)),
                source.value(),
                most);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
