package dev.tallyport.application.reporting;

import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.usage.Group;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Answers questions about usage that lies in memory, for tests of what is built on answers.
public final class AnswersFromMemory {

    private final InMemoryUsageReports reports = new InMemoryUsageReports();

    public void use(SourceId source, String cut, LocalDate day, Group group, long quantity) {
        reports.use(source, cut, day, group, quantity);
    }

    public AnswerQuestion answerQuestion(Sources sources, Connectors connectors) {
        return new AnswerQuestion(
                new ChooseCuts(sources, connectors, reports),
                new IdentifyPeople(_ -> Map.of(), Optional::empty),
                reports,
                new RecordReads(Optional::empty, new InMemoryAuditTrail()));
    }
}
