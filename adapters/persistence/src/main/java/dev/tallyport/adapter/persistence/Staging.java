package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Brings a batch of facts into the database in one stream, beside the facts it will be merged
/// into.
@ApplicationScoped
class Staging {

    private static final String COPY =
            "copy fact_staging (shard, source_id, load, cut, fact_key, day, starts_at, ends_at, user_key,"
                    + " organization_key, product, model, activity, unit, quantity) from stdin";

    private final Database database;
    private final Keys keys;

    Staging(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /// @return the shards that hold them
    Set<Integer> load(SourceId source, long load, List<Fact> facts) {
        var known = keys.assign(source, facts.stream().map(Fact::group).toList());
        var shards = new TreeSet<Integer>();
        database.with(connection -> {
            copy(connection, source, load, facts, known, shards);
            return null;
        });
        return shards;
    }

    void clear(SourceId source) {
        database.update(
                "delete from fact_staging where shard = any (?) and source_id = ?",
                Shards.all(),
                source.value());
    }

    private static void copy(
            Connection connection,
            SourceId source,
            long load,
            List<Fact> facts,
            Keys.Known known,
            Set<Integer> shards)
            throws SQLException {
        try (var stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY);
                var writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
            for (var fact : facts) {
                var shard = Shards.of(source, fact.group());
                shards.add(shard);
                writer.append(Integer.toString(shard)).append('\t');
                writer.append(Integer.toString(source.value())).append('\t');
                writer.append(Long.toString(load)).append('\t');
                text(writer, fact.cut()).append('\t');
                text(writer, fact.key()).append('\t');
                writer.append(fact.day().toString()).append('\t');
                writer.append(fact.start().toString()).append('\t');
                writer.append(fact.end().toString()).append('\t');
                writer.append(Long.toString(known.userOf(fact.group()))).append('\t');
                writer.append(Long.toString(known.organizationOf(fact.group()))).append('\t');
                for (var dimension : Columns.NAMED) {
                    text(writer, fact.group().value(dimension).orElse("")).append('\t');
                }
                text(writer, fact.quantity().unit().symbol()).append('\t');
                writer.append(fact.quantity().amount().toPlainString()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the batch could not be sent to the database", e);
        }
    }

    private static Writer text(Writer writer, String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '\\' -> writer.append("\\\\");
                case '\t' -> writer.append("\\t");
                case '\n' -> writer.append("\\n");
                case '\r' -> writer.append("\\r");
                default -> writer.append(character);
            }
        }
        return writer;
    }
}
