package dev.tallyport.adapter.rest;

import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Reads what a query asks about costs, and finds what its answer names.
@ApplicationScoped
class CostQuestions {

    private final Connectors connectors;
    private final AskedSources sources;
    private final FindNames findNames;
    private final InstantSource clock;

    CostQuestions(
            Connectors connectors, AskedSources sources, FindNames findNames, InstantSource clock) {
        this.connectors = connectors;
        this.sources = sources;
        this.findNames = findNames;
        this.clock = clock;
    }

    /// @throws ProblemException naming everything that is wrong with the query
    CostQuery read(Query query) {
        var asked = CostQuery.of(query, connectors.all());
        return asked.withFilter(sources.of(asked.filter(), asked.connectors()));
    }

    CostQuestion of(Visibility visibility, CostQuery asked) {
        return asked.question(
                visibility,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                sources.cycles(asked.filter()));
    }

    /// What rows of the answer to a question name.
    DisplayNames names(Viewer viewer, CostQuestion question, List<Group> rows) {
        return findNames.of(viewer, question.visibility(), question.filter(), rows);
    }
}
