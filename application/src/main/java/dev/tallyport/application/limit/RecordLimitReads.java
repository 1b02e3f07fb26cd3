package dev.tallyport.application.limit;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/// Keeps for good who looked at the limits of another person, and at what they used of them.
@ApplicationScoped
class RecordLimitReads {

    private final CurrentViewer currentViewer;
    private final AuditTrail audit;

    RecordLimitReads(CurrentViewer currentViewer, AuditTrail audit) {
        this.currentViewer = currentViewer;
        this.audit = audit;
    }

    /// @param users whose limits will be told
    void record(Set<VendorUser> users) {
        var viewer = currentViewer.viewer();
        var oneself = viewer.map(one -> one.account().linkedTo()).orElseGet(Set::of);
        if (!oneself.containsAll(users)) {
            audit.record(
                    Draft.of(
                            viewer.map(Actor::of).orElse(Actor.TALLYPORT),
                            Action.LIMITS_READ,
                            "limits",
                            Map.of()));
        }
    }
}
