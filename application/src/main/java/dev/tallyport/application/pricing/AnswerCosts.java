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
        var asked = asked(question, book);
        answerQuestion
                .answer(asked.keySet())
                .forEach((one, answer) -> pricing.add(asked.getOrDefault(one, List.of()), answer));
        return pricing.costs(ratesVersion);
    }

    /// What is priced of the answer to which question.
    private Map<Question, List<Billing>> asked(CostQuestion question, RateBook book) {
        var asked = new LinkedHashMap<Question, List<Billing>>();
        findBilling.all(book, question.prices()).stream()
                .collect(
                        Collectors.groupingBy(
                                billing -> dimensions(question, billing),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .forEach((dimensions, billing) ->
                        asked.put(question(question, dimensions, billing, book), billing));
        return asked;
    }

    private static Set<Dimension> dimensions(CostQuestion question, Billing billing) {
        var dimensions = EnumSet.of(Dimension.SOURCE);
        dimensions.addAll(question.grouping().dimensions());
        dimensions.addAll(billing.dimensions());
        return dimensions;
    }

    private static Question question(
            CostQuestion question,
            Set<Dimension> dimensions,
            List<Billing> billing,
            RateBook book) {
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
