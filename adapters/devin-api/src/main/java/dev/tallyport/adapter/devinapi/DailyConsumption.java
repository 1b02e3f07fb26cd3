package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Asks what this dialect tells of consumption.
@ApplicationScoped
class DailyConsumption {

    private static final String METER = "acus";

    /// The vendor's page says that these are tied to no organization. Newer contracts do tie them
    /// to one, yet an answer for organizations leaves them out all the same.
    private static final Set<String> LOCAL_AGENTS = Set.of("cascade", "terminal");

    private final AnswerQuestion answerQuestion;

    DailyConsumption(AnswerQuestion answerQuestion) {
        this.answerQuestion = answerQuestion;
    }

    /// @param user of this user only; empty for everybody
    /// @param organizations tied to these only; not present for all usage
    Consumption of(
            Visibility visibility,
            Window window,
            Optional<String> user,
            Optional<Set<String>> organizations) {
        var ofUser =
                user.map(id -> Filter.ALL.withOnly(Dimension.USER, Set.of(id))).orElse(Filter.ALL);
        var question =
                Question.of(visibility, METER, window)
                        .ofConnector(Devin.CONNECTOR)
                        .withGroupings(
                                Grouping.by(Bucket.DAY),
                                Grouping.by(Dimension.ORGANIZATION),
                                Grouping.by(Dimension.USER))
                        .withFilter(ofUser);
        return organizations
                .map(ids -> tiedTo(ids, question))
                .orElseGet(() -> Consumption.of(List.of(answerQuestion.answer(question))));
    }

    /// A source that does not tell products apart is read through an interface whose usage tied to
    /// an organization is of sessions only, so it is asked without naming any.
    private Consumption tiedTo(Set<String> organizations, Question question) {
        var tied = question.filter().withOnly(Dimension.ORGANIZATION, organizations);
        var withoutLocalAgents = tied.withExcept(Dimension.PRODUCT, LOCAL_AGENTS);
        var answer = answerQuestion.answer(question.withFilter(withoutLocalAgents));
        var silent =
                answer.sources().stream()
                        .filter(source -> source.cut().isEmpty())
                        .map(source -> source.source().value())
                        .collect(Collectors.toSet());
        if (silent.isEmpty()) {
            return Consumption.of(List.of(answer));
        }
        var rest =
                answerQuestion.answerRest(
                        question.withFilter(tied.withOnly(Dimension.SOURCE, silent)));
        return Consumption.of(List.of(answer, rest));
    }
}
