package dev.tallyport.application.reporting;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out whom the vendors' users are held to be, and as whom they know whoever asks. Where
/// persons do not matter, nobody is looked up.
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
        return of(filter.dimensions(), Optional.empty());
    }

    Known of(Question question) {
        return of(question.dimensions(), question.asKnownOn());
    }

    private Known of(Set<Dimension> dimensions, Optional<Instant> asKnownOn) {
        return new Known(
                dimensions.contains(Dimension.PERSON) ? persons.linked(asKnownOn) : Map.of(),
                currentViewer.oneself());
    }
}
