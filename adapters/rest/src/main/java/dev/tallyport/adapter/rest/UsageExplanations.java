package dev.tallyport.adapter.rest;

import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.AdministerRates;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.application.reporting.ExplainAnswer;
import dev.tallyport.application.reporting.ExplainAnswer.Explained;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.pricing.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Says of the figures that a query asks about where they come from, and what they cost.
@ApplicationScoped
class UsageExplanations {

    private final UsageAnswers answers;
    private final ExplainAnswer explainAnswer;
    private final AdministerRates administerRates;

    UsageExplanations(
            UsageAnswers answers, ExplainAnswer explainAnswer, AdministerRates administerRates) {
        this.answers = answers;
        this.explainAnswer = explainAnswer;
        this.administerRates = administerRates;
    }

    /// @throws ProblemException naming everything that is wrong with the query
    ExplanationView of(Viewer viewer, Map<String, List<String>> parameters) {
        var question =
                answers.question(
                        viewer.visibility(Subject.CONSUMPTION),
                        Query.of(parameters, UsageQuery.PARAMETERS));
        var explained = explainAnswer.explain(question);
        return ExplanationView.of(question, explained, rates(viewer, question, explained));
    }

    /// None for somebody who may see no costs.
    private List<Version> rates(Viewer viewer, Question question, Explained explained) {
        return switch (administerRates.asKnownOn(viewer, question.asKnownOn())) {
            case Outcome.Done<List<Version>>(var rates) ->
                    rates.stream().filter(one -> isOf(one, question, explained)).toList();
            case Outcome.Forbidden<List<Version>> _,
                    Outcome.Unknown<List<Version>> _,
                    Outcome.Invalid<List<Version>> _,
                    Outcome.Conflict<List<Version>> _ ->
                    List.of();
        };
    }

    private static boolean isOf(Version version, Question question, Explained explained) {
        var terms = version.rate().terms();
        return question.meters().contains(terms.meter().id())
                && explained.answer().sources().stream()
                        .map(standing -> standing.days())
                        .filter(days -> !days.isEmpty())
                        .anyMatch(days ->
                                terms.days().overlaps(Validity.between(days.start(), days.end())));
    }
}
