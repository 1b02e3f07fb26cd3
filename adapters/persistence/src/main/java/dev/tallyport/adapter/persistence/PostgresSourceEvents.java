package dev.tallyport.adapter.persistence;

import dev.tallyport.application.health.SourceEvents;
import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@ApplicationScoped
class PostgresSourceEvents implements SourceEvents {

    private final Database database;

    PostgresSourceEvents(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<Instant> lateSince(SourceId source) {
        return database
                .query(
                        "select late_since from source where id = ? and late_since is not null",
                        row -> Columns.instant(row, "late_since"),
                        source.value())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public boolean late(SourceId source, Instant at, String message) {
        var isNews =
                database.update(
                                "update source set late_since = ? where id = ? and late_since is null",
                                at,
                                source.value())
                        == 1;
        if (isNews) {
            keep(source, Kind.LATE, at, message);
        }
        return isNews;
    }

    @Override
    @Transactional
    public boolean recovered(SourceId source, Instant at, String message) {
        var isNews =
                database.update(
                                "update source set late_since = null"
                                        + " where id = ? and late_since is not null",
                                source.value())
                        == 1;
        if (isNews) {
            keep(source, Kind.RECOVERED, at, message);
        }
        return isNews;
    }

    private void keep(SourceId source, Kind kind, Instant at, String message) {
        database.update(
                "insert into source_event (source_id, at, kind, message) values (?, ?, ?, ?)",
                source.value(),
                at,
                kind.name().toLowerCase(Locale.ROOT),
                message);
    }

    @Override
    @Transactional
    public List<Event> latest(SourceId source, int most) {
        return database.query(
                "select * from source_event where source_id = ? order by id desc limit ?",
                row ->
                        new Event(
                                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                Columns.instant(row, "at"),
                                row.getString("message")),
                source.value(),
                most);
    }
}
