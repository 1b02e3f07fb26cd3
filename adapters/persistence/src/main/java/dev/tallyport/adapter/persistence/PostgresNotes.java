package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Notes;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Note;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresNotes implements Notes {

    private final Database database;

    PostgresNotes(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void record(SourceId source, List<Note> notes, Instant readAt) {
        var rows = new ArrayList<@Nullable Object[]>();
        notes.forEach(note ->
                rows.add(new Object[] {source.value(), note.part(), note.message(), readAt}));
        database.updateEach(
                "insert into source_note (source_id, part, message, read_at) values (?, ?, ?, ?)"
                        + " on conflict (source_id, part, message)"
                        + " do update set read_at = excluded.read_at",
                rows);
    }

    @Override
    @Transactional
    public void forgetBefore(SourceId source, Instant readAt) {
        database.update(
                "delete from source_note where source_id = ? and read_at < ?",
                source.value(),
                readAt);
    }

    @Override
    @Transactional
    public List<Note> of(SourceId source) {
        return database.query(
                "select part, message from source_note where source_id = ? order by part, message",
                row -> new Note(row.getString("part"), row.getString("message")),
                source.value());
    }
}
