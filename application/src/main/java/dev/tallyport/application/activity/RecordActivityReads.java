package dev.tallyport.application.activity;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.reporting.Known;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Keeps for good who looked at what another person did, and what they asked.
@ApplicationScoped
class RecordActivityReads {

    private static final String TARGET = "activities";

    private final CurrentViewer currentViewer;
    private final AuditTrail audit;

    RecordActivityReads(CurrentViewer currentViewer, AuditTrail audit) {
        this.currentViewer = currentViewer;
        this.audit = audit;
    }

    /// @param asked the sources that will answer
    /// @param seen what is seen of them
    void record(
            Map<String, String> question,
            Collection<SourceName> asked,
            ActivityFilter filter,
            Known known,
            Visibility... seen) {
        var oneself = currentViewer.oneself();
        if (asked.isEmpty() || Stream.of(seen).allMatch(one -> one.isOnlyOf(oneself))) {
            return;
        }
        var isAboutOneself =
                asked.stream()
                        .allMatch(source -> isAboutOneself(source, filter.stated(source, known)));
        if (!isAboutOneself) {
            record(described(question, filter));
        }
    }

    private boolean isAboutOneself(SourceName source, ActivityFilter filter) {
        var users = filter.whose().only().get(Dimension.USER);
        return users != null && currentViewer.areOneself(source, users);
    }

    /// What was found is of this user.
    void record(Map<String, String> question, VendorUser user) {
        if (!currentViewer.oneself().contains(user)) {
            record(question);
        }
    }

    private void record(Map<String, String> question) {
        audit.record(Draft.of(currentViewer.actor(), Action.ACTIVITIES_READ, TARGET, question));
    }

    private static Map<String, String> described(
            Map<String, String> question, ActivityFilter filter) {
        var described = new TreeMap<>(question);
        described.putAll(filter.whose().described());
        filter.statuses().ifPresent(some -> described.put("statuses", Names.of(some)));
        filter.playbooks().ifPresent(some -> described.put("playbooks", Names.of(some)));
        return described;
    }
}
