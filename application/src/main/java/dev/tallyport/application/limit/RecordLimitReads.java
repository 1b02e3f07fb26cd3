package dev.tallyport.application.limit;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
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
    void record(Filter filter, Set<VendorUser> users) {
        if (!currentViewer.oneself().containsAll(users)) {
            audit.record(
                    Draft.of(
                            currentViewer.actor(),
                            Action.LIMITS_READ,
                            "limits",
                            filter.described()));
        }
    }
}
