package dev.tallyport.application.reporting;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;

/// Puts the use case together as production does, for tests that bring real ports.
public final class RealAnswers {

    private RealAnswers() {}

    public static AnswerQuestion of(
            Sources sources,
            Connectors connectors,
            UsageReports reports,
            Persons persons,
            CurrentViewer viewer,
            AuditTrail audit) {
        return new AnswerQuestion(
                new ChooseCuts(sources, connectors, reports),
                new IdentifyPeople(persons, viewer),
                reports,
                new RecordReads(viewer, audit));
    }
}
