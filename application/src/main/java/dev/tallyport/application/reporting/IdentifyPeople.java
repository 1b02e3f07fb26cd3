package dev.tallyport.application.reporting;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Finds out whom the vendors' users are held to be, and as whom they know whoever asks. Where it
/// does not matter who is linked to whom, nobody is looked up.
@ApplicationScoped
public class IdentifyPeople {

    private final Persons persons;
    private final CurrentViewer currentViewer;

    IdentifyPeople(Persons persons, CurrentViewer currentViewer) {
        this.persons = persons;
        this.currentViewer = currentViewer;
    }

    /// As of now.
    public Known of(Filter filter) {
        return of(filter.namesLinked(), Optional.empty());
    }

    Known of(Question question) {
        var divided =
                question.groupings().stream()
                        .anyMatch(grouping -> grouping.dimensions().contains(Dimension.PERSON));
        return of(divided || question.filter().namesLinked(), question.asKnownOn());
    }

    private Known of(boolean linksMatter, Optional<Instant> asKnownOn) {
        return new Known(
                linksMatter ? persons.linked(asKnownOn) : Map.of(), currentViewer.oneself());
    }
}
