package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Counts;
import dev.tallyport.application.ingestion.Jobs;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState.Failure;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresJobs implements Jobs {

    private static final String JOBS =
            """
            select j.*, p.*
            from source_job j
            cross join lateral (
                select count(*) as parts, count(done_at) as done, coalesce(sum(facts), 0) as facts,
                    coalesce(sum(added), 0) as added, coalesce(sum(revised), 0) as revised,
                    coalesce(sum(retracted), 0) as retracted,
                    coalesce(sum(rejected), 0) as rejected, coalesce(sum(waits), 0) as waits
                from source_job_part where job_id = j.id) p
            """;

    private final Database database;

    PostgresJobs(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public long add(
            SourceId source,
            Kind kind,
            Interval over,
            String requestedBy,
            Instant requestedAt,
            List<Part> parts) {
        long job =
                database.query(
                                """
                                insert into source_job (source_id, kind, starts_at, ends_at, requested_by,
                                    requested_at)
                                values (?, ?, ?, ?, ?, ?)
                                returning id
                                """,
                                row -> row.getLong(1),
                                source.value(),
                                kind.name().toLowerCase(Locale.ROOT),
                                over.start(),
                                over.end(),
                                requestedBy,
                                requestedAt)
                        .getFirst();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var part : parts) {
            rows.add(
                    switch (part) {
                        case Part.Window(var interval) ->
                                new @Nullable Object[] {
                                    job, rows.size(), interval.start(), interval.end(), null
                                };
                        case Part.Repeat(var read) ->
                                new @Nullable Object[] {job, rows.size(), null, null, read};
                    });
        }
        database.updateEach(
                "insert into source_job_part (job_id, part, window_start, window_end, read_id)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
        return job;
    }

    @Override
    @Transactional
    public Optional<Due> next(SourceId source, Instant now) {
        return database
                .query(
                        """
                        select p.job_id, p.part, p.window_start, p.window_end, p.read_id
                        from source_job_part p
                        where p.done_at is null and p.job_id = (
                            select id from source_job
                            where source_id = ? and state = 'open'
                                and (not_before is null or not_before <= ?)
                            order by id limit 1)
                        order by p.part limit 1
                        """,
                        PostgresJobs::due,
                        source.value(),
                        now)
                .stream()
                .findFirst();
    }

    private static Due due(ResultSet row) throws SQLException {
        var window = Columns.interval(row, "window_start", "window_end");
        return new Due(
                row.getLong("job_id"),
                row.getInt("part"),
                window.isPresent()
                        ? new Part.Window(window.get())
                        : new Part.Repeat(row.getLong("read_id")));
    }

    @Override
    @Transactional
    public void done(Due part, Counts counts, Instant at) {
        database.update(
                """
                update source_job_part
                set done_at = ?, facts = ?, added = ?, revised = ?, retracted = ?, rejected = ?,
                    waits = ?
                where job_id = ? and part = ?
                """,
                at,
                counts.facts(),
                counts.changes().added(),
                counts.changes().revised(),
                counts.changes().retracted(),
                counts.rejected(),
                counts.waits(),
                part.job(),
                part.number());
        database.update(
                """
                update source_job
                set failures = 0, not_before = null, error_kind = null, error_message = null
                where id = ? and kind = 'backfill'
                """,
                part.job());
        complete(part, at);
    }

    @Override
    @Transactional
    public void skip(Due part, Failure failure, Instant at) {
        database.update(
                "update source_job_part set done_at = ? where job_id = ? and part = ?",
                at,
                part.job(),
                part.number());
        database.update(
                "update source_job set error_kind = ?, error_message = ? where id = ?",
                failure.kind(),
                failure.message(),
                part.job());
        complete(part, at);
    }

    private void complete(Due part, Instant at) {
        database.update(
                """
                insert into source_job_part (job_id, part, read_id)
                select j.id, l.part + row_number() over (order by r.id), r.id
                from source_job j
                join lateral (
                    select max(part) as part, max(read_id) as read, count(*) - count(done_at) as open
                    from source_job_part where job_id = j.id) l on l.open = 0
                join source_read r on r.source_id = j.source_id and r.id > l.read
                    and r.answers_kept and r.kind <> 'replay'
                where j.id = ? and j.kind = 'replay' and j.state = 'open'
                """,
                part.job());
        database.update(
                """
                update source_job set state = 'complete', ended_at = ?
                where id = ? and state = 'open' and not exists (
                    select from source_job_part where job_id = id and done_at is null)
                """,
                at,
                part.job());
    }

    @Override
    @Transactional
    public int failed(Due part, Failure failure) {
        return database.query(
                        """
                        update source_job
                        set failures = failures + 1, error_kind = ?, error_message = ?
                        where id = ?
                        returning failures
                        """,
                        row -> row.getInt(1),
                        failure.kind(),
                        failure.message(),
                        part.job())
                .getFirst();
    }

    @Override
    @Transactional
    public boolean isReplaying(SourceId source) {
        return !database.query(
                        "select 1 from source_job where source_id = ? and state = 'open'"
                                + " and kind = 'replay'",
                        row -> row.getInt(1),
                        source.value())
                .isEmpty();
    }

    @Override
    @Transactional
    public Set<SourceName> resting(Instant now) {
        return Set.copyOf(
                database.query(
                        """
                        select name from source s
                        where next_attempt_at > ? and not exists (
                            select from source_job where source_id = s.id and state = 'open'
                                and (not_before is null or not_before <= ?))
                        """,
                        row -> new SourceName(row.getString(1)),
                        now,
                        now));
    }

    @Override
    @Transactional
    public void postpone(long job, Instant notBefore) {
        database.update("update source_job set not_before = ? where id = ?", notBefore, job);
    }

    @Override
    @Transactional
    public void giveUp(long job, Instant at) {
        end(job, "failed", at);
    }

    @Override
    @Transactional
    public boolean cancel(SourceId source, long job, Instant at) {
        return find(source, job).isPresent() && end(job, "cancelled", at);
    }

    private boolean end(long job, String state, Instant at) {
        return database.update(
                        "update source_job set state = ?, ended_at = ? where id = ? and state = 'open'",
                        state,
                        at,
                        job)
                == 1;
    }

    @Override
    @Transactional
    public boolean isOpen(long job) {
        return !database.query(
                        "select 1 from source_job where id = ? and state = 'open'",
                        row -> row.getInt(1),
                        job)
                .isEmpty();
    }

    @Override
    @Transactional
    public Optional<Job> find(SourceId source, long job) {
        return database
                .query(
                        JOBS + " where j.source_id = ? and j.id = ?",
                        PostgresJobs::job,
                        source.value(),
                        job)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<Job> latest(SourceId source, int most) {
        return database.query(
                JOBS + " where j.source_id = ? order by j.id desc limit ?",
                PostgresJobs::job,
                source.value(),
                most);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Columns.interval(row, "starts_at", "ends_at").orElseThrow(),
                row.getString("requested_by"),
                Columns.instant(row, "requested_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Columns.maybeInstant(row, "ended_at"),
                row.getInt("parts"),
                row.getInt("done"),
                Columns.counts(row),
                Columns.maybeInstant(row, "not_before"),
                Columns.failure(row));
    }
}
