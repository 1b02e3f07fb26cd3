package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.Organizations;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresOrganizations implements Organizations {

    private final Database database;

    PostgresOrganizations(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public List<Named> all() {
        return database.query(
                "select source.name, organization.external_id, organization.name"
                        + " from vendor_organization organization"
                        + " join source on source.id = organization.source_id"
                        + " order by source.name, organization.external_id",
                row ->
                        new Named(
                                new VendorOrganization(
                                        new SourceName(row.getString(1)), row.getString(2)),
                                Optional.ofNullable(row.getString(3))));
    }
}
