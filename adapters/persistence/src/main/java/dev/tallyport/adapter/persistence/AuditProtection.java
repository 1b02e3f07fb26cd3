package dev.tallyport.adapter.persistence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Says at the start when the database cannot keep this application from altering the audit log.
@ApplicationScoped
class AuditProtection {

    private static final Logger LOG = System.getLogger(AuditProtection.class.getName());

    private final Database database;

    AuditProtection(Database database) {
        this.database = database;
    }

    @Transactional
    void tell(@Observes StartupEvent started) {
        owner().ifPresent(role ->
                LOG.log(
                        Level.WARNING,
                        "the audit log is protected by its hash chain only: the database role"
                                + " '"
                                + role
                                + "' owns it; run migrations as another role"
                                + " (quarkus.flyway.username) to have the database protect it"));
    }

    /// The database's role that this application works as, if it has the rights of the owner.
    Optional<String> owner() {
        return database
                .query(
                        "select current_user from pg_class"
                                + " where oid = 'audit_entry'::regclass"
                                + " and pg_has_role(relowner, 'member')",
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }
}
