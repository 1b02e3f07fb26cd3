package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Answers what usage cost: the one question about usage, priced. Every row of usage is asked for
/// so finely that one rate applies to all of it, and costs are exact for that.
@ApplicationScoped
public class AnswerCosts {

    private final Rates rates;
    private final FindBilling findBilling;
    private final AnswerQuestion answerQuestion;

    AnswerCosts(Rates rates, FindBilling findBilling, AnswerQuestion answerQuestion) {
        this.rates = rates;
        this.findBilling = findBilling;
        this.answerQuestion = answerQuestion;
    }

    public Costs answer(CostQuestion question) {
        var known = rates.asKnownOn(question.asKnownOn());
        return answer(question, Rates.bookOf(known), Rates.versionOf(known));
    }

    /// Answers as if the rates were these.
    ///
    /// @param ratesVersion tells these rates from others
    Costs answer(CostQuestion question, RateBook book, String ratesVersion) {
        var pricing = new Pricing(question, book);
        byDimensions(findBilling.all(book, question.prices()))
                .forEach((dimensions, billing) -> {
                    var asked = question(question, dimensions, billing, book);
                    pricing.add(billing, answerQuestion.answer(asked));
                });
        return pricing.costs(ratesVersion);
    }

    /// Together what is asked for in one question.
    private static Map<Set<Dimension>, List<Billing>> byDimensions(List<Billing> all) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                Billing::dimensions, LinkedHashMap::new, Collectors.toList()));
    }

    private static Question question(
            CostQuestion question, Set<Dimension> priced, List<Billing> billing, RateBook book) {
        var dimensions = EnumSet.of(Dimension.SOURCE);
        dimensions.addAll(question.grouping().dimensions());
        dimensions.addAll(priced);
        return Question.of(
                        question.visibility(),
                        billing.stream().map(Billing::meter).distinct().toList(),
                        question.window())
                .withGroupings(new Grouping(question.grouping().bucket(), dimensions))
                .withFilter(ofSources(question.filter(), billing))
                .withChanges(changes(question, billing, book))
                .asKnownOn(question.asKnownOn());
    }

    private static SortedSet<LocalDate> changes(
            CostQuestion question, List<Billing> billing, RateBook book) {
        var changes = new TreeSet<LocalDate>();
        for (var one : billing) {
            if (one.stated().isEmpty()) {
                var days = one.daysOf(question.window());
                changes.addAll(book.changes(one.meter(), question.prices(), one.source(), days));
            }
        }
        return changes;
    }

    private static Filter ofSources(Filter filter, List<Billing> billing) {
        var sources =
                billing.stream()
                        .map(Billing::source)
                        .map(SourceName::value)
                        .collect(Collectors.toSet());
        var asked = filter.only().get(Dimension.SOURCE);
        if (asked != null) {
            sources.retainAll(asked);
        }
        return filter.withOnly(Dimension.SOURCE, sources);
    }
}
