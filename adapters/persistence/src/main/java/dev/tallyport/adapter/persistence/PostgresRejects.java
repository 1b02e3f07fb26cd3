package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Rejects;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Reject;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class PostgresRejects implements Rejects, PanacheRepositoryBase<RejectRow, Long> {

    @Override
    @Transactional
    public void record(SourceId source, List<Reject> rejects, Instant seenAt) {
        for (var reject : rejects) {
            var row =
                    find(
                                    "sourceId = ?1 and request = ?2 and path = ?3 and reason = ?4",
                                    source.value(),
                                    reject.request(),
                                    reject.path(),
                                    reject.reason())
                            .firstResultOptional()
                            .orElseGet(() -> newRow(source, reject, seenAt));
            row.lastSeenAt = seenAt;
            if (row.id == 0) {
                persist(row);
            }
        }
    }

    private static RejectRow newRow(SourceId source, Reject reject, Instant seenAt) {
        var row = new RejectRow();
        row.sourceId = source.value();
        row.request = reject.request();
        row.path = reject.path();
        row.reason = reject.reason();
        row.firstSeenAt = seenAt;
        return row;
    }

    @Override
    @Transactional
    public List<Seen> latest(SourceId source, int most) {
        return find("sourceId", Sort.descending("lastSeenAt", "id"), source.value())
                .page(Page.ofSize(most))
                .stream()
                .map(row ->
                        new Seen(
                                new Reject(row.request, row.path, row.reason),
                                row.firstSeenAt,
                                row.lastSeenAt))
                .toList();
    }

    @Override
    @Transactional
    public long count(SourceId source) {
        return count("sourceId", source.value());
    }
}
