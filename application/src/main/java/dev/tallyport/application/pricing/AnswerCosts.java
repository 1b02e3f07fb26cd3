package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Answer;
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
import java.util.LinkedHashSet;
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
        return answer(question, List.of(Rates.bookOf(known)), Rates.versionOf(known)).getFirst();
    }

    /// Answers as if the rates were those of each book, from the same usage.
    ///
    /// @param ratesVersion tells these rates from others
    List<Costs> answer(CostQuestion question, List<RateBook> books, String ratesVersion) {
        return answer(
                books.stream()
                        .map(book ->
                                priced(
                                        question,
                                        book,
                                        findBilling.all(book, question.prices()),
                                        books))
                        .toList(),
                ratesVersion);
    }

    /// Answers for those who know the rates and the billing already.
    ///
    /// @param billing by the book, at least of the sources asked
    Costs answer(CostQuestion question, RateBook book, List<Billing> billing, String ratesVersion) {
        return answer(List.of(priced(question, book, billing, List.of(book))), ratesVersion)
                .getFirst();
    }

    private List<Costs> answer(List<Priced> priced, String ratesVersion) {
        var asked = new LinkedHashSet<Question>();
        priced.forEach(one -> asked.addAll(one.asked().keySet()));
        answerQuestion
                .answer(asked)
                .forEach((one, answer) -> priced.forEach(by -> by.add(one, answer)));
        return priced.stream().map(one -> one.pricing().costs(ratesVersion)).toList();
    }

    /// @param asked what is priced of the answer to which question
    private record Priced(Pricing pricing, Map<Question, List<Billing>> asked) {

        /// Nothing of it where only another book needs it.
        void add(Question question, Answer answer) {
            pricing.add(asked.getOrDefault(question, List.of()), answer);
        }
    }

    /// @param books by all of which the answers can be priced
    private static Priced priced(
            CostQuestion question, RateBook book, List<Billing> billing, List<RateBook> books) {
        return new Priced(new Pricing(question, book), asked(question, billing, books));
    }

    private static Map<Question, List<Billing>> asked(
            CostQuestion question, List<Billing> billing, List<RateBook> books) {
        var asked = new LinkedHashMap<Question, List<Billing>>();
        billing.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> dimensions(question, one),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .forEach((dimensions, alike) ->
                        asked.put(question(question, dimensions, alike, books), alike));
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
            List<RateBook> books) {
        return Question.of(
                        question.visibility(),
                        billing.stream().map(Billing::meter).distinct().toList(),
                        question.window())
                .withGroupings(new Grouping(question.grouping().bucket(), dimensions))
                .withFilter(ofSources(question.filter(), billing))
                .withChanges(changes(question, billing, books))
                .asKnownOn(question.asKnownOn());
    }

    private static SortedSet<LocalDate> changes(
            CostQuestion question, List<Billing> billing, List<RateBook> books) {
        var changes = new TreeSet<LocalDate>();
        for (var one : billing) {
            if (one.stated().isEmpty()) {
                var days = one.daysOf(question.window());
                for (var book : books) {
                    changes.addAll(
                            book.changes(one.meter(), question.prices(), one.source(), days));
                }
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
