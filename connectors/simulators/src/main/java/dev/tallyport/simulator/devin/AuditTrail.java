package dev.tallyport.simulator.devin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done to the enterprise, as follows from who is in it.
final class AuditTrail {

    private static final String ADMIN = "email|first-admin";

    private final List<AuditEvent> events = new ArrayList<>();

    private AuditTrail() {}

    /// The newest first.
    static List<AuditEvent> of(DevinEnterprise enterprise) {
        var trail = new AuditTrail();
        for (var organization : enterprise.organizations()) {
            trail.add("create_org", organization.created(), organization.id(), null);
        }
        for (var person : enterprise.people()) {
            var joined = Days.startOf(person.joined()).plus(Duration.ofHours(1));
            trail.add("add_enterprise_member", joined, null, person.id());
            for (var id : person.organizations()) {
                trail.add("add_member", joined.plusSeconds(60), id, person.id());
            }
        }
        for (var program : enterprise.serviceUsers(true)) {
            var deleted = program.deleted();
            if (deleted != null) {
                trail.add("delete_service_user", Days.startOf(deleted), null, program.id());
            }
        }
        trail.events.removeIf(event -> event.created().isAfter(enterprise.asOf()));
        trail.events.sort(
                Comparator.comparing(AuditEvent::created).reversed().thenComparing(AuditEvent::id));
        return List.copyOf(trail.events);
    }

    private void add(
            String action,
            Instant created,
            @Nullable String organization,
            @Nullable String subject) {
        var id = "audit-%06d".formatted(events.size());
        events.add(new AuditEvent(id, action, created, organization, ADMIN, subject));
    }
}
