package dev.tallyport.application.ingestion;

import dev.tallyport.application.ingestion.UsageLedger.Changes;
import dev.tallyport.application.ingestion.UsageLedger.Comparison;
import dev.tallyport.application.ingestion.UsageLedger.Declared;
import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Balance;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Holds what a vendor declares against the sum of its parts, for days that were read whole. What a
/// total has beyond its parts becomes usage of nobody known; what parts have beyond their total
/// stands. Both differences are kept, computed without residuals.
@ApplicationScoped
public class Reconciliation {

    private final UsageLedger ledger;

    Reconciliation(UsageLedger ledger) {
        this.ledger = ledger;
    }

    /// Balances days that were read whole, replacing the residuals and comparisons they had.
    Changes balance(
            SourceId source,
            ConnectorDescriptor descriptor,
            Cut cut,
            DateRange days,
            BillingCalendar calendar,
            Instant recordedAt) {
        var residuals = new HashMap<LocalDate, Map<Group, Quantity>>();
        var totals = descriptor.totalsOf(cut.id());
        for (var total : totals) {
            ledger.compare(
                    source,
                    total.id(),
                    days,
                    total.total().orElseThrow().residual()
                            ? compareDays(source, cut, total, days, residuals)
                            : compareRanges(source, cut, total, days));
        }
        if (totals.stream().noneMatch(total -> total.total().orElseThrow().residual())) {
            return Changes.NONE;
        }
        var facts = new ArrayList<Fact>();
        residuals.forEach((day, groups) ->
                groups.forEach((group, quantity) ->
                        facts.add(residualOf(cut, day, group, quantity, calendar))));
        var coverage =
                new Coverage(
                        cut.id(),
                        calendar.startOf(days.start()),
                        calendar.startOf(days.end()),
                        Map.of());
        return ledger.merge(source, Origin.RESIDUAL, recordedAt, facts, List.of(coverage), false);
    }

    /// The days that were never read whole, or not since they settled, or for which a total is
    /// declared another one than then.
    SortedSet<LocalDate> stale(
            SourceId source,
            ConnectorDescriptor descriptor,
            String cut,
            DateRange days,
            Predicate<LocalDate> settledByNow) {
        var stale = new TreeSet<LocalDate>();
        days.days().forEach(stale::add);
        ledger.readDays(source, cut, days)
                .forEach((day, settled) -> {
                    if (settled || !settledByNow.test(day)) {
                        stale.remove(day);
                    }
                });
        for (var total : descriptor.totalsOf(cut)) {
            if (total.total().orElseThrow().residual()) {
                var then = new HashMap<Map.Entry<LocalDate, Group>, BigDecimal>();
                for (var comparison : ledger.comparisons(source, total.id(), days)) {
                    add(then, comparison.days(), comparison.group(), comparison.declared());
                }
                var now = new HashMap<Map.Entry<LocalDate, Group>, BigDecimal>();
                for (var declared : ledger.declared(source, total.id(), days)) {
                    add(now, declared.days(), declared.group(), declared.quantity());
                }
                var either = new HashSet<>(then.keySet());
                either.addAll(now.keySet());
                for (var key : either) {
                    if (then.getOrDefault(key, BigDecimal.ZERO)
                                    .compareTo(now.getOrDefault(key, BigDecimal.ZERO))
                            != 0) {
                        stale.add(key.getKey());
                    }
                }
            }
        }
        return stale;
    }

    private static void add(
            Map<Map.Entry<LocalDate, Group>, BigDecimal> sums,
            DateRange days,
            Group group,
            BigDecimal quantity) {
        sums.merge(Map.entry(days.start(), group), quantity, BigDecimal::add);
    }

    private List<Comparison> compareDays(
            SourceId source,
            Cut cut,
            Cut total,
            DateRange days,
            Map<LocalDate, Map<Group, Quantity>> residuals) {
        var unit = Translation.meterOf(cut).unit();
        var by = Translation.dimensionsOf(total);
        var per = Translation.dimensionsOf(total.total().orElseThrow().per());
        var declared = new HashMap<LocalDate, Map<Group, Quantity>>();
        for (var one : ledger.declared(source, total.id(), days)) {
            declared.computeIfAbsent(one.days().start(), _ -> new HashMap<>())
                    .merge(one.group(), new Quantity(one.quantity(), unit), Quantity::plus);
        }
        var parts = ledger.parts(source, cut.id(), days, by);
        var comparisons = new ArrayList<Comparison>();
        for (var day : days.days().toList()) {
            var stated = declared.getOrDefault(day, Map.of());
            var known = sumPer(per, parts.getOrDefault(day, Map.of()), unit);
            var held = new HashMap<>(known);
            var ofDay = residuals.computeIfAbsent(day, _ -> new HashMap<>());
            ofDay.forEach((group, quantity) -> held.merge(group, quantity, Quantity::plus));
            ofDay.putAll(new Balance(day, by, stated, held).residuals());
            for (var row : new Balance(day, by, stated, known).rows()) {
                comparisons.add(
                        new Comparison(
                                DateRange.of(day),
                                row.group(),
                                row.declared().amount(),
                                row.parts().amount()));
            }
        }
        return comparisons;
    }

    private static Map<Group, Quantity> sumPer(
            Set<Dimension> per, Map<Group, BigDecimal> parts, Unit unit) {
        var sums = new HashMap<Group, Quantity>();
        parts.forEach((group, sum) -> {
            if (group.values().keySet().containsAll(per)) {
                sums.put(group, new Quantity(sum, unit));
            }
        });
        return sums;
    }

    private List<Comparison> compareRanges(SourceId source, Cut cut, Cut total, DateRange days) {
        var by = Translation.dimensionsOf(total);
        var comparisons = new ArrayList<Comparison>();
        for (var declared : ledger.declared(source, total.id(), days)) {
            var parts = BigDecimal.ZERO;
            for (var sums : ledger.parts(source, cut.id(), declared.days(), by).values()) {
                for (var sum : sums.entrySet()) {
                    if (speaksOf(declared, sum.getKey())) {
                        parts = parts.add(sum.getValue());
                    }
                }
            }
            comparisons.add(
                    new Comparison(declared.days(), declared.group(), declared.quantity(), parts));
        }
        return comparisons;
    }

    /// A total that leaves a dimension out speaks of all its values.
    private static boolean speaksOf(Declared total, Group part) {
        return part.values().entrySet().containsAll(total.group().values().entrySet());
    }

    private static Fact residualOf(
            Cut cut, LocalDate day, Group group, Quantity quantity, BillingCalendar calendar) {
        var key = new StringBuilder("residual/").append(day);
        for (var dimension : Dimension.values()) {
            var value = group.value(dimension).orElse("");
            key.append('/').append(value.length()).append(':').append(value);
        }
        return new Fact(
                cut.id(),
                key.toString(),
                day,
                calendar.startOf(day),
                calendar.endOf(day),
                group,
                quantity);
    }
}
