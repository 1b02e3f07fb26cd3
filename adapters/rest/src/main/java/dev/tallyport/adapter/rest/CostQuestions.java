package dev.tallyport.adapter.rest;

import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/// Reads what a query asks about costs, and finds what its answer names.
@ApplicationScoped
class CostQuestions {

    /// Whose cycles a window is in that names none.
    private static final String CYCLES_OF = "devin";

    private final Connectors connectors;
    private final FindCycles findCycles;
    private final FindNames findNames;
    private final InstantSource clock;

    CostQuestions(
            Connectors connectors,
            FindCycles findCycles,
            FindNames findNames,
            InstantSource clock) {
        this.connectors = connectors;
        this.findCycles = findCycles;
        this.findNames = findNames;
        this.clock = clock;
    }

    /// @throws ProblemException naming everything that is wrong with the query
    CostQuery read(Query query) {
        return CostQuery.of(query, connectors.all());
    }

    CostQuestion of(Visibility visibility, CostQuery asked) {
        return asked.question(visibility, clock.instant(), findCycles.of(CYCLES_OF));
    }

    /// What rows of the answer to a question name.
    DisplayNames names(Viewer viewer, CostQuestion question, List<Group> rows) {
        return findNames.of(viewer, question.visibility(), question.filter(), rows);
    }
}
