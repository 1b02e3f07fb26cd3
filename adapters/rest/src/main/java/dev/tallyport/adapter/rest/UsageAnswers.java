package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers what a query asks about usage, to somebody who may see some of it.
@ApplicationScoped
public class UsageAnswers {

    private final Connectors connectors;
    private final Sources sources;
    private final FindCycles findCycles;
    private final AnswerQuestion answerQuestion;
    private final InstantSource clock;

    UsageAnswers(
            Connectors connectors,
            Sources sources,
            FindCycles findCycles,
            AnswerQuestion answerQuestion,
            InstantSource clock) {
        this.connectors = connectors;
        this.sources = sources;
        this.findCycles = findCycles;
        this.answerQuestion = answerQuestion;
        this.clock = clock;
    }

    /// @throws ProblemException naming everything that is wrong with the query
    public UsageView answer(Visibility visibility, Map<String, List<String>> sent) {
        var asked = UsageQuery.of(sent, connectors.all());
        var question =
                new Question(
                        visibility,
                        Optional.empty(),
                        asked.meter(),
                        asked.period().window(clock.instant(), findCycles.of(asked.calendar())),
                        List.of(asked.grouping()),
                        asked.filter(),
                        asked.asKnownOn(),
                        asked.connectors().map(this::sourcesOf));
        return UsageView.of(question, answerQuestion.answer(question));
    }

    private Set<SourceName> sourcesOf(Set<String> connectors) {
        return sources.all().stream()
                .filter(source -> connectors.contains(source.connector()))
                .map(SourceState::name)
                .collect(Collectors.toSet());
    }
}
