package dev.tallyport.adapter.persistence;

import dev.tallyport.connector.spi.DirectoryEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "vendor_organization")
class VendorOrganizationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    int sourceId;
    String externalId = "";
    @Nullable String name;

    DirectoryEntry.Organization toEntry() {
        return new DirectoryEntry.Organization(externalId, Optional.ofNullable(name));
    }
}
