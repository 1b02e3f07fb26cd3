package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Answers what a query asks about usage, to somebody who may see some of it.
@ApplicationScoped
public class UsageAnswers {

    private final Connectors connectors;
    private final AskedSources sources;
    private final AnswerQuestion answerQuestion;
    private final FindNames findNames;
    private final InstantSource clock;

    UsageAnswers(
            Connectors connectors,
            AskedSources sources,
            AnswerQuestion answerQuestion,
            FindNames findNames,
            InstantSource clock) {
        this.connectors = connectors;
        this.sources = sources;
        this.answerQuestion = answerQuestion;
        this.findNames = findNames;
        this.clock = clock;
    }

    /// A page of the answer to a query that is sent as parameters.
    ///
    /// @param visibility of the viewer's, with which it is asked
    /// @throws ProblemException naming everything that is wrong with the query
    public UsageView page(
            Viewer viewer, Visibility visibility, Map<String, List<String>> parameters) {
        return page(viewer, visibility, Query.of(parameters, UsageQuery.PAGED));
    }

    /// As for parameters.
    ///
    /// @param query that knows [UsageQuery#PAGED]
    UsageView page(Viewer viewer, Visibility visibility, Query query) {
        var page = UsagePage.of(query);
        var asked = UsageQuery.of(query, connectors.all());
        query.requireValid();
        var question = question(visibility, asked);
        return page.of(
                question, answerQuestion.answer(question), rows -> names(viewer, question, rows));
    }

    /// What rows of the answer to a question name.
    DisplayNames names(Viewer viewer, Question question, List<Group> rows) {
        return findNames.of(viewer, question.visibility(), question.filter(), rows);
    }

    /// What a query asks, to be answered some other way than by a page.
    ///
    /// @param query that knows [UsageQuery#PARAMETERS]
    /// @throws ProblemException naming everything that is wrong with the query
    Question question(Visibility visibility, Query query) {
        var asked = UsageQuery.of(query, connectors.all());
        query.requireValid();
        return question(visibility, asked);
    }

    private Question question(Visibility visibility, UsageQuery asked) {
        var filter = sources.of(asked.filter(), asked.connectors());
        return asked.question(
                visibility,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                sources.cycles(filter),
                filter);
    }
}
