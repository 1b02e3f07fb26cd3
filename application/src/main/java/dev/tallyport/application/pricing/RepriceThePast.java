package dev.tallyport.application.pricing;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Alters what past usage costs: only as it was previewed, and with a reason that is kept for good.
/// What was known before stays to be asked for.
@ApplicationScoped
public class RepriceThePast {

    /// No agent was used before.
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;

    private static final int LONGEST_REASON = 1000;

    /// What a change would come to.
    ///
    /// @param token stands for the change and the rates it was previewed with
    /// @param differences what would cost another amount than now, by month, source, organization
    ///   and currency
    public record Preview(String token, List<Difference> differences) {}

    /// @param month of the days' own labels
    /// @param group its source and its organization, if it is tied to one
    /// @param before empty where nothing had a price in this currency
    /// @param after empty where nothing would have a price in this currency
    public record Difference(
            YearMonth month,
            Group group,
            String currency,
            Optional<Money> before,
            Optional<Money> after) {}

    private record Cell(YearMonth month, Group group, String currency) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::month)
                        .thenComparing(Cell::group)
                        .thenComparing(Cell::currency);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    private final Rates rates;
    private final ChangeRates changeRates;
    private final AnswerCosts answerCosts;
    private final Today today;

    RepriceThePast(Rates rates, ChangeRates changeRates, AnswerCosts answerCosts, Today today) {
        this.rates = rates;
        this.changeRates = changeRates;
        this.answerCosts = answerCosts;
        this.today = today;
    }

    /// Changes nothing.
    public Outcome<Preview> preview(Viewer viewer, RateChange change) {
        if (!viewer.may(Permission.MANAGE_BILLING)) {
            return new Outcome.Forbidden<>();
        }
        return changeRates
                .plan(change)
                .then(plan -> Outcome.done(new Preview(plan.token(), differences(viewer, plan))));
    }

    /// @param token of the preview; refused when it was of anything else
    /// @return the rate as it is since; empty when it was withdrawn
    @Transactional
    public Outcome<Optional<Version>> carryOut(
            Viewer viewer, RateChange change, String token, String reason) {
        if (!viewer.may(Permission.MANAGE_BILLING)) {
            return new Outcome.Forbidden<>();
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return new Outcome.Invalid<>(
                    "reason", "why, in at most %d characters".formatted(LONGEST_REASON), reason);
        }
        rates.lock();
        return changeRates
                .plan(change)
                .then(plan ->
                        plan.token().equals(token)
                                ? Outcome.done(
                                        changeRates.carryOut(
                                                plan,
                                                Actor.of(viewer),
                                                Action.PAST_REPRICED,
                                                Map.of("reason", reason)))
                                : new Outcome.Conflict<>(
                                        "This is not what was previewed, or rates were changed meanwhile; preview it again"));
    }

    private List<Difference> differences(Viewer viewer, RatePlan plan) {
        var books = List.of(plan.bookBefore(), plan.bookAfter());
        return plan.alteredDays()
                .within(DateRange.of(FIRST_DAY, today.day().plusDays(1)))
                .map(days -> {
                    var costs =
                            answerCosts.answer(question(viewer, plan, days), books, plan.token());
                    var before = cells(costs.getFirst());
                    var after = cells(costs.getLast());
                    var cells = new TreeSet<>(before.keySet());
                    cells.addAll(after.keySet());
                    return cells.stream()
                            .map(cell -> difference(cell, before, after))
                            .filter(one -> !one.before().equals(one.after()))
                            .toList();
                })
                .orElse(List.of());
    }

    private static Difference difference(
            Cell cell, Map<Cell, Money> before, Map<Cell, Money> after) {
        return new Difference(
                cell.month(),
                cell.group(),
                cell.currency(),
                Optional.ofNullable(before.get(cell)),
                Optional.ofNullable(after.get(cell)));
    }

    private static CostQuestion question(Viewer viewer, RatePlan plan, DateRange days) {
        return new CostQuestion(
                viewer.visibility(Subject.COSTS),
                new Window.Days(days),
                new Grouping(
                        Optional.of(Bucket.MONTH),
                        Set.of(Dimension.SOURCE, Dimension.ORGANIZATION)),
                Filter.ALL,
                plan.prices(),
                Optional.empty());
    }

    private static Map<Cell, Money> cells(Costs costs) {
        var cells = new TreeMap<Cell, Money>();
        for (var row : costs.rows()) {
            cells.merge(
                    new Cell(
                            YearMonth.from(row.days().orElseThrow().start()),
                            row.group(),
                            row.cost().currency().getCurrencyCode()),
                    row.cost(),
                    Money::plus);
        }
        return cells;
    }
}
