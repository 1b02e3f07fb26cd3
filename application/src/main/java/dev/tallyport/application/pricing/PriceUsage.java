package dev.tallyport.application.pricing;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.AnswerQuestion.Part;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Tells usage apart as finely as its price is, and says of each part what it costs. Whoever may
/// see usage may see what it costs.
@ApplicationScoped
public class PriceUsage {

    /// Usage of one source, and what rates make of it.
    ///
    /// @param row of a group that names its source
    /// @param costs by what they say; none where the source states money itself, where there is no
    ///   rate, and where what answers does not tell apart what a rate names
    public record Priced(Row row, Map<MoneyKind, Money> costs) {

        public Priced {
            costs = Map.copyOf(costs);
        }
    }

    private final Rates rates;
    private final FindBilling findBilling;
    private final AnswerQuestion answerQuestion;

    PriceUsage(Rates rates, FindBilling findBilling, AnswerQuestion answerQuestion) {
        this.rates = rates;
        this.findBilling = findBilling;
        this.answerQuestion = answerQuestion;
    }

    /// Hands over all usage that is asked for, one source and meter after another, whether it has a
    /// price or not. Quantities come to what the question's own answer comes to.
    ///
    /// @param question of one grouping and without a top, in each source's own calendar
    public void price(Question question, Consumer<Priced> taker) {
        var plan = plan(question.window(), question.asKnownOn());
        var grouping = question.groupings().getFirst().with(Set.of(Dimension.SOURCE));
        answerQuestion.answerInParts(
                question.withGroupings(grouping),
                (source, cut) -> Optional.of(plan.part(source, cut, taker)));
    }

    /// The same of the usage whose costs are asked for, and of the money that sources state, at
    /// every kind of price.
    public void price(CostQuestion question, Consumer<Priced> taker) {
        var plan = plan(question.window(), question.asKnownOn());
        answerQuestion.answerInParts(
                ofUsage(question, plan.meters()),
                (source, cut) ->
                        plan.bills(source, cut)
                                ? Optional.of(plan.part(source, cut, taker))
                                : Optional.empty());
    }

    private static Question ofUsage(CostQuestion question, List<String> meters) {
        return Question.of(question.visibility(), meters, question.window())
                .withGroupings(question.grouping().with(Set.of(Dimension.SOURCE)))
                .withFilter(question.filter())
                .asKnownOn(question.asKnownOn());
    }

    private Plan plan(Window window, Optional<Instant> asKnownOn) {
        var book = Rates.bookOf(rates.asKnownOn(asKnownOn));
        var billing = new EnumMap<PriceKind, List<Billing>>(PriceKind.class);
        for (var kind : PriceKind.values()) {
            billing.put(kind, findBilling.all(book, kind));
        }
        return new Plan(window, book, billing);
    }

    /// How usage is priced.
    private record Plan(Window window, RateBook book, Map<PriceKind, List<Billing>> billing) {

        List<String> meters() {
            return all().map(Billing::meter).distinct().toList();
        }

        boolean bills(SourceName source, Cut cut) {
            return all().anyMatch(one -> one.isOf(source, cut.meter()));
        }

        private Stream<Billing> all() {
            return billing.values().stream().flatMap(List::stream);
        }

        Part part(SourceName source, Cut cut, Consumer<Priced> taker) {
            var priced = priced(source, cut);
            var dimensions = EnumSet.noneOf(Dimension.class);
            var changes = new TreeSet<LocalDate>();
            priced.forEach((kind, one) -> {
                dimensions.addAll(one.dimensions());
                changes.addAll(book.changes(one.meter(), kind, source, one.daysOf(window)));
            });
            return new Part(dimensions, changes, row -> taker.accept(priced(row, priced)));
        }

        /// By which kinds of price the usage of a cut has one.
        private Map<PriceKind, Billing> priced(SourceName source, Cut cut) {
            var priced = new EnumMap<PriceKind, Billing>(PriceKind.class);
            var known = Translation.dimensionsOf(cut);
            billing.forEach((kind, all) ->
                    all.stream()
                            .filter(one -> one.stated().isEmpty())
                            .filter(one -> one.isOf(source, cut.meter()))
                            .filter(one -> known.containsAll(one.dimensions()))
                            .findFirst()
                            .ifPresent(one -> priced.put(kind, one)));
            return priced;
        }

        private Priced priced(Row row, Map<PriceKind, Billing> priced) {
            var costs = new EnumMap<MoneyKind, Money>(MoneyKind.class);
            priced.forEach((kind, one) ->
                    one.rateOf(row, window, kind, book)
                            .map(rate -> rate.terms().price().times(row.quantity().amount()))
                            .ifPresent(cost -> costs.put(one.kind(kind), cost)));
            return new Priced(row, costs);
        }
    }
}
