package dev.tallyport.adapter.persistence;

import dev.tallyport.application.queue.Queues;
import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class PostgresQueues implements Queues {

    private final Database database;

    PostgresQueues(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Length> since(SourceId source, Instant instant) {
        return database.query(
                        """
                        select starts_at, value, unit, word from observation
                        where source_id = ? and name = 'queue-size' and user_key = 0
                            and organization_key = 0 and product = '' and model = ''
                            and activity = '' and starts_at = ends_at
                            and starts_at >= coalesce(
                                (select max(starts_at) from observation
                                where source_id = ? and name = 'queue-size' and user_key = 0
                                    and organization_key = 0 and product = '' and model = ''
                                    and activity = '' and starts_at = ends_at
                                    and starts_at <= ?),
                                ?)
                        order by starts_at desc limit 1000
                        """,
                        row ->
                                new Length(
                                        Columns.instant(row, "starts_at"),
                                        row.getBigDecimal("value"),
                                        row.getString("unit"),
                                        Columns.maybeText(row, "word")),
                        source.value(),
                        source.value(),
                        instant,
                        instant)
                .reversed();
    }
}
