package dev.tallyport.application.activity;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
            Visibility... seen) {
        var oneself = currentViewer.oneself();
        if (asked.isEmpty() || Stream.of(seen).allMatch(one -> one.isOnlyOf(oneself))) {
            return;
        }
        var isAboutOneself =
                filter.users()
                        .map(users ->
                                asked.stream()
                                        .allMatch(
                                                source -> currentViewer.areOneself(source, users)))
                        .orElse(false);
        if (!isAboutOneself) {
            record(described(question, filter));
        }
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
        filter.sources().ifPresent(some -> described.put("sources", sorted(some)));
        filter.users().ifPresent(some -> described.put("users", sorted(some)));
        filter.organizations().ifPresent(some -> described.put("organizations", sorted(some)));
        filter.statuses().ifPresent(some -> described.put("statuses", sorted(some)));
        filter.playbooks().ifPresent(some -> described.put("playbooks", sorted(some)));
        return described;
    }

    private static String sorted(Set<? extends Comparable<?>> some) {
        return new TreeSet<>(some).toString();
    }
}
