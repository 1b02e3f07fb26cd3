package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresSources implements Sources, PanacheRepositoryBase<SourceRow, Integer> {

    private final Database database;
    private final InstantSource clock;

    PostgresSources(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SourceId register(SourceName name, String connector) {
        var row =
                find("name", name.value())
                        .firstResultOptional()
                        .orElseGet(() -> insert(name, connector));
        if (!row.connector.equals(connector)) {
            throw new IllegalStateException(
                    "source '%s' has usage of connector '%s'; give the source of '%s' another name"
                            .formatted(name, row.connector, connector));
        }
        return new SourceId(row.id);
    }

    /// Two instances that start at once insert one row.
    private SourceRow insert(SourceName name, String connector) {
        database.update(
                "insert into source (name, connector) values (?, ?) on conflict do nothing",
                name.value(),
                connector);
        return find("name", name.value()).firstResult();
    }

    @Override
    @Transactional
    public List<SourceState> all() {
        return findAll(Sort.by("id")).stream().map(this::stateOf).toList();
    }

    @Override
    @Transactional
    public Optional<SourceState> find(SourceName name) {
        return find("name", name.value()).firstResultOptional().map(this::stateOf);
    }

    private SourceState stateOf(SourceRow row) {
        return row.toState(clock.instant());
    }

    @Override
    @Transactional
    public List<BillingCycle> cycles(SourceId source) {
        return database.query(
                "select start_day, end_day from billing_cycle where source_id = ?"
                        + " order by start_day",
                row ->
                        BillingCycle.of(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, LocalDate.class)),
                source.value());
    }
}
