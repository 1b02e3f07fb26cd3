package dev.tallyport.application.reporting;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Keeps for good who looked at another person's figures, and with which question.
@ApplicationScoped
class RecordReads {

    private static final String TARGET = "usage";

    private final CurrentViewer currentViewer;
    private final AuditTrail audit;

    RecordReads(CurrentViewer currentViewer, AuditTrail audit) {
        this.currentViewer = currentViewer;
        this.audit = audit;
    }

    /// Whether the answer may tell of other people.
    ///
    /// @param asked what sources will be asked
    boolean isOfOthers(Question question, List<Asked> asked) {
        return !asked.isEmpty() && tellsPeopleApart(question) && !isAboutOneself(question, asked);
    }

    /// The questions of one request, as one entry; none where there are none.
    void record(List<Question> questions) {
        if (!questions.isEmpty()) {
            record(
                    questions.stream()
                            .flatMap(question -> described(question).entrySet().stream())
                            .distinct()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            Map.Entry::getValue,
                                            (one, other) -> one + "; " + other)));
        }
    }

    void record(SourceName source, List<CompareTotals.Compared> compared) {
        var people =
                compared.stream()
                        .flatMap(one -> one.group().value(Dimension.USER).stream())
                        .toList();
        if (!currentViewer.areOneself(source, people)) {
            record(Map.of("reconciliation", source.value()));
        }
    }

    private void record(Map<String, String> question) {
        audit.record(Draft.of(currentViewer.actor(), Action.USAGE_READ, TARGET, question));
    }

    private static boolean tellsPeopleApart(Question question) {
        return question.dimensions().contains(Dimension.USER)
                || question.dimensions().contains(Dimension.PERSON);
    }

    private boolean isAboutOneself(Question question, List<Asked> asked) {
        return question.visibility().isOnlyOf(currentViewer.oneself())
                || asked.stream().allMatch(this::isAboutOneself);
    }

    private boolean isAboutOneself(Asked asked) {
        var users = asked.filter().only().get(Dimension.USER);
        return users != null && currentViewer.areOneself(asked.source().name(), users);
    }

    private static Map<String, String> described(Question question) {
        var described = new TreeMap<>(question.filter().described());
        question.connector().ifPresent(connector -> described.put("connector", connector));
        described.put("meter", String.join(", ", question.meters()));
        described.put("window", question.window().described());
        described.put(
                "groupings",
                question.groupings().stream()
                        .map(Grouping::described)
                        .collect(Collectors.joining("; ")));
        question.asKnownOn().ifPresent(at -> described.put("asKnownOn", at.toString()));
        question.zone().ifPresent(zone -> described.put("zone", zone.toString()));
        question.comparedWith()
                .ifPresent(window -> described.put("comparedWith", window.described()));
        question.top().ifPresent(most -> described.put("top", most.toString()));
        return described;
    }
}
