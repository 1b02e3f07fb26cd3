package dev.tallyport.adapter.persistence;

import dev.tallyport.connector.spi.DirectoryEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "vendor_user")
class VendorUserRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    int sourceId;
    String externalId = "";
    boolean serviceUser;
    @Nullable String name;
    @Nullable String email;
    String[] organizations = {};
    String[] roles = {};
    String[] groups = {};

    DirectoryEntry toEntry() {
        return serviceUser
                ? new DirectoryEntry.ServiceUser(
                        externalId, Optional.ofNullable(name), Set.of(organizations))
                : new DirectoryEntry.Person(
                        externalId,
                        Optional.ofNullable(name),
                        Optional.ofNullable(email),
                        Set.of(organizations),
                        Set.of(roles),
                        Set.of(groups));
    }

    void take(DirectoryEntry.Person person) {
        serviceUser = false;
        name = person.name().orElse(null);
        email = person.email().orElse(null);
        organizations = sorted(person.organizations());
        roles = sorted(person.roles());
        groups = sorted(person.groups());
    }

    void take(DirectoryEntry.ServiceUser user) {
        serviceUser = true;
        name = user.name().orElse(null);
        email = null;
        organizations = sorted(user.organizations());
        roles = new String[0];
        groups = new String[0];
    }

    private static String[] sorted(Set<String> values) {
        return new TreeSet<>(values).toArray(String[]::new);
    }
}
