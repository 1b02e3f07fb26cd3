package dev.tallyport.application.reporting;

import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import java.util.Map;
import java.util.Optional;

/// Questions that nobody in particular asks.
public final class Answering {

    private Answering() {}

    public static AnswerQuestion over(
            Sources sources,
            Connectors connectors,
            UsageReports reports,
            Map<VendorUser, Principal.Person> linked,
            AuditTrail audit) {
        return new AnswerQuestion(
                new ChooseCuts(sources, connectors, reports),
                new IdentifyPeople(_ -> linked, Optional::empty),
                reports,
                new RecordReads(Optional::empty, audit));
    }
}
