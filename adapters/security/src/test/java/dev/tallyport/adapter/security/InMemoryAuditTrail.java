package dev.tallyport.adapter.security;

import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;

final class InMemoryAuditTrail implements AuditTrail {

    private final List<AuditEntry.Draft> drafts = new ArrayList<>();

    @Override
    public void record(AuditEntry.Draft entry) {
        drafts.add(entry);
    }

    @Override
    public List<AuditEntry> latest(Wanted wanted, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Integrity verify() {
        throw new UnsupportedOperationException();
    }
}
