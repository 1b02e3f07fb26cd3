package dev.tallyport.application.audit;

import dev.tallyport.application.audit.AuditTrail.Integrity;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Reads the audit log, for those who may.
@ApplicationScoped
public class ReadAuditTrail {

    private final AuditTrail trail;

    ReadAuditTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /// The latest first.
    public Outcome<List<AuditEntry>> latest(Viewer viewer, Wanted wanted, int most) {
        return maySee(viewer)
                ? Outcome.done(trail.latest(wanted, most))
                : new Outcome.Forbidden<>();
    }

    /// Records that the log leaves the house; the caller then pages through it by [#latest].
    public Outcome<Boolean> beginExport(Viewer viewer, Map<String, String> asked) {
        if (!maySee(viewer)) {
            return new Outcome.Forbidden<>();
        }
        trail.record(AuditEntry.Draft.of(Actor.of(viewer), Action.AUDIT_EXPORTED, "audit", asked));
        return Outcome.done(true);
    }

    public Outcome<Integrity> verify(Viewer viewer) {
        return maySee(viewer) ? Outcome.done(trail.verify()) : new Outcome.Forbidden<>();
    }

    private static boolean maySee(Viewer viewer) {
        return viewer.visibility(Subject.AUDIT_LOG) instanceof Visibility.Everything;
    }
}
