package dev.tallyport.adapter.persistence;

import dev.tallyport.application.ingestion.Directory;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.domain.calendar.BillingCycle;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresDirectory implements Directory {

    @ApplicationScoped
    static class Users implements PanacheRepositoryBase<VendorUserRow, Long> {}

    @ApplicationScoped
    static class Organizations implements PanacheRepositoryBase<VendorOrganizationRow, Long> {}

    private final Users users;
    private final Organizations organizations;
    private final PostgresSources sources;
    private final EntityManager entities;
    private final Database database;

    PostgresDirectory(
            Users users,
            Organizations organizations,
            PostgresSources sources,
            EntityManager entities,
            Database database) {
        this.users = users;
        this.organizations = organizations;
        this.sources = sources;
        this.entities = entities;
        this.database = database;
    }

    @Override
    @Transactional
    public List<DirectoryEntry> entries(SourceId source) {
        var entries = new ArrayList<DirectoryEntry>();
        users.list("sourceId", source.value()).forEach(row -> entries.add(row.toEntry()));
        organizations.list("sourceId", source.value()).forEach(row -> entries.add(row.toEntry()));
        return entries;
    }

    @Override
    @Transactional
    public void record(SourceId source, List<DirectoryEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var knownUsers =
                users.list("sourceId", source.value()).stream()
                        .collect(Collectors.toMap(row -> row.externalId, row -> row));
        var knownOrganizations =
                organizations.list("sourceId", source.value()).stream()
                        .collect(Collectors.toMap(row -> row.externalId, row -> row));
        var latest = new HashMap<String, DirectoryEntry>();
        entries.forEach(entry -> latest.put(entry.getClass().getSimpleName() + entry.id(), entry));
        for (var entry : latest.values()) {
            switch (entry) {
                case DirectoryEntry.Person person -> {
                    var row = knownUsers.computeIfAbsent(person.id(), id -> newUser(source, id));
                    if (!row.toEntry().equals(person)) {
                        row.take(person);
                    }
                    keep(row);
                }
                case DirectoryEntry.ServiceUser user -> {
                    var row = knownUsers.computeIfAbsent(user.id(), id -> newUser(source, id));
                    if (!row.toEntry().equals(user)) {
                        row.take(user);
                    }
                    keep(row);
                }
                case DirectoryEntry.Organization organization -> {
                    var row =
                            knownOrganizations.computeIfAbsent(
                                    organization.id(), id -> newOrganization(source, id));
                    row.name = organization.name().orElse(null);
                    if (row.id == 0) {
                        organizations.persist(row);
                    }
                }
            }
        }
        // What follows in this transaction is plain SQL.
        entities.flush();
    }

    private void keep(VendorUserRow row) {
        if (row.id == 0) {
            users.persist(row);
        }
    }

    private static VendorUserRow newUser(SourceId source, String id) {
        var row = new VendorUserRow();
        row.sourceId = source.value();
        row.externalId = id;
        return row;
    }

    private static VendorOrganizationRow newOrganization(SourceId source, String id) {
        var row = new VendorOrganizationRow();
        row.sourceId = source.value();
        row.externalId = id;
        return row;
    }

    @Override
    @Transactional
    public void replaceCycles(SourceId source, List<BillingCycle> cycles) {
        if (sources.cycles(source).equals(cycles)) {
            return;
        }
        database.update("delete from billing_cycle where source_id = ?", source.value());
        var rows = new ArrayList<Object[]>();
        for (var cycle : cycles) {
            rows.add(new Object[] {source.value(), cycle.start(), cycle.end()});
        }
        database.updateEach(
                "insert into billing_cycle (source_id, start_day, end_day) values (?, ?, ?)",
                List.copyOf(rows));
    }
}
