package dev.tallyport.application.pricing;

import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.Projection;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Settledness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says what each day of the last 30 cost, and what the current cycle of each source will have cost
/// at its end.
@ApplicationScoped
public class ProjectCosts {

    private static final int DAYS = Projection.MOST_DAYS;

    /// What is told of one source.
    ///
    /// @param cycle the one under way
    /// @param unpriced whether usage of these days has no price, so that they cost more than is
    ///   told
    /// @param series one per kind and currency; none where nothing is known to have cost anything
    /// @param standings how far the source can be relied on
    public record Outlook(
            SourceName source,
            DateRange cycle,
            boolean unpriced,
            List<Series> series,
            List<Standing> standings) {}

    /// @param days the last 30 through today
    /// @param spent in the cycle so far, on whatever days were read
    /// @param projection empty where the days do not tell, for the reason given
    public record Series(
            MoneyKind kind,
            Currency currency,
            List<Day> days,
            Money spent,
            Optional<Projection> projection,
            Optional<NoProjection> reason) {}

    /// @param cost empty where nothing is known of a day that was not read whole
    public record Day(LocalDate day, Optional<Money> cost, Settledness settledness) {}

    /// Why there is no projection.
    public enum NoProjection {
        /// A mean of fewer days than a week says nothing.
        TOO_FEW_SETTLED_DAYS,
        /// The mean would leave out what has no price.
        UNPRICED_USAGE
    }

    private record Line(MoneyKind kind, String currency) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? currency.compareTo(other.currency) : byKind;
        }
    }

    private final Rates rates;
    private final FindBilling findBilling;
    private final AnswerCosts answerCosts;
    private final InstantSource clock;

    ProjectCosts(
            Rates rates, FindBilling findBilling, AnswerCosts answerCosts, InstantSource clock) {
        this.rates = rates;
        this.findBilling = findBilling;
        this.answerCosts = answerCosts;
        this.clock = clock;
    }

    /// @param visibility of costs
    /// @param filter which sources, organizations, products and so on; [Filter#ALL] for everything
    public List<Outlook> project(Visibility visibility, Filter filter) {
        var known = rates.asKnownOn(Optional.empty());
        var book = Rates.bookOf(known);
        var version = Rates.versionOf(known);
        var outlooks = new ArrayList<Outlook>();
        billing(book, filter)
                .forEach((source, billing) -> {
                    var calendar = billing.getFirst().calendar();
                    var today = calendar.dayOf(clock.instant());
                    var cycle = calendar.cycleContaining(today).days();
                    var latest = DateRange.of(today.minusDays(DAYS - 1L), today.plusDays(1));
                    var question = question(visibility, filter, source, latest, cycle);
                    var costs = answerCosts.answer(question, book, billing, version);
                    if (isSeen(costs)) {
                        outlooks.add(outlook(source, latest, cycle, costs));
                    }
                });
        return outlooks;
    }

    /// By source, in the order in which they were registered.
    private Map<SourceName, List<Billing>> billing(RateBook book, Filter filter) {
        return findBilling.all(book, PriceKind.CONTRACTED).stream()
                .filter(billing -> isAsked(filter, billing.source()))
                .collect(
                        Collectors.groupingBy(
                                Billing::source, LinkedHashMap::new, Collectors.toList()));
    }

    /// A source of which nothing may be seen says nothing.
    private static boolean isSeen(Costs costs) {
        return !costs.sources().isEmpty();
    }

    private static boolean isAsked(Filter filter, SourceName source) {
        var only = filter.only().get(Dimension.SOURCE);
        return only == null || only.contains(source.value());
    }

    private static CostQuestion question(
            Visibility visibility,
            Filter filter,
            SourceName source,
            DateRange latest,
            DateRange cycle) {
        var from = latest.start().isBefore(cycle.start()) ? latest.start() : cycle.start();
        return new CostQuestion(
                visibility,
                new Window.Days(DateRange.of(from, latest.end())),
                Grouping.by(Bucket.DAY),
                filter.withOnly(Dimension.SOURCE, Set.of(source.value())),
                PriceKind.CONTRACTED,
                Optional.empty());
    }

    private static Outlook outlook(
            SourceName source, DateRange latest, DateRange cycle, Costs costs) {
        var lines = new TreeMap<Line, Map<LocalDate, Money>>();
        for (var row : costs.rows()) {
            lines.computeIfAbsent(
                            new Line(row.kind(), row.cost().currency().getCurrencyCode()),
                            _ -> new TreeMap<>())
                    .merge(row.days().orElseThrow().start(), row.cost(), Money::plus);
        }
        boolean complete = costs.unpriced().isEmpty();
        return new Outlook(
                source,
                cycle,
                !complete,
                lines.entrySet().stream()
                        .map(line ->
                                new DailyCosts(
                                                line.getKey().kind(),
                                                Currency.getInstance(line.getKey().currency()),
                                                line.getValue(),
                                                costs.sources())
                                        .series(latest, cycle, complete))
                        .toList(),
                costs.sources());
    }
}
