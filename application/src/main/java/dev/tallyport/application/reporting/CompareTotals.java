package dev.tallyport.application.reporting;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.ingestion.UsageLedger.Comparison;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sets what a vendor declares as totals beside the sums of their parts.
@ApplicationScoped
public class CompareTotals {

    /// Why a declared total and its parts are as they are.
    public enum Cause {
        /// They are equal.
        AGREED,
        /// More is declared than is known in parts.
        UNATTRIBUTED,
        /// More is known in parts than is declared, and some of these days may still change.
        LATE,
        /// More is known in parts than is declared, for good.
        EXCEEDED
    }

    /// A declared total beside its parts.
    ///
    /// @param total the cut that declares it
    /// @param parts what is known without residuals, as of when these days were last read whole
    public record Compared(
            String total,
            DateRange days,
            Group group,
            Quantity declared,
            Quantity parts,
            Cause cause) {

        public Quantity difference() {
            return declared.minus(parts);
        }
    }

    private final Connectors connectors;
    private final UsageReports reports;
    private final LedgerComparisons comparisons;
    private final RecordReads reads;

    CompareTotals(
            Connectors connectors,
            UsageReports reports,
            LedgerComparisons comparisons,
            RecordReads reads) {
        this.connectors = connectors;
        this.reports = reports;
        this.comparisons = comparisons;
        this.reads = reads;
    }

    /// The comparisons that begin in `days`, total by total in the descriptor's order. None where
    /// the connector of the source is not installed.
    public List<Compared> compare(Visibility visibility, SourceState source, DateRange days) {
        return connectors
                .find(source.connector())
                .map(connector ->
                        compare(
                                visibility,
                                source,
                                connector.descriptor().cuts(),
                                Filter.ALL,
                                days))
                .orElse(List.of());
    }

    /// The comparisons of some cuts alone, of the totals whose group a filter keeps.
    ///
    /// @param filter of what totals are of; one that asks about persons keeps none, as no vendor
    ///   declares totals of them
    List<Compared> compare(
            Visibility visibility,
            SourceState source,
            List<Cut> cuts,
            Filter filter,
            DateRange days) {
        var rows = Rows.of(visibility, source.name());
        if (rows.isEmpty()) {
            return List.of();
        }
        var compared =
                compare(source, cuts, days)
                        .filter(one -> isSeen(rows.get(), one.group()))
                        .filter(one -> isAsked(filter, source, one.group()))
                        .toList();
        reads.record(source.name(), compared);
        return compared;
    }

    private static boolean isAsked(Filter filter, SourceState source, Group group) {
        var named = group.with(Dimension.SOURCE, source.name().value());
        return filter.dimensions().stream()
                .allMatch(dimension -> filter.keeps(dimension, named.value(dimension)));
    }

    /// What one way of dividing a meter comes to.
    ///
    /// @param difference from the first way, which is the one that answers questions
    public record Division(String meter, String cut, Quantity sum, Quantity difference) {}

    /// Where a vendor divides one meter in several ways, what each of them comes to over `days`:
    /// its sessions and its days of consumption, say. They are compared and never added.
    public List<Division> divisions(Visibility visibility, SourceState source, DateRange days) {
        var rows = Rows.of(visibility, source.name());
        var connector = connectors.find(source.connector());
        if (rows.isEmpty() || connector.isEmpty()) {
            return List.of();
        }
        var read = reports.cuts(source.id());
        var byMeter =
                connector.get().descriptor().cuts().stream()
                        .filter(cut -> cut.total().isEmpty() && cut.unit().isPresent())
                        .filter(cut -> read.contains(cut.id()))
                        .filter(cut ->
                                Translation.dimensionsOf(cut).containsAll(rows.get().dimensions()))
                        .collect(
                                Collectors.groupingBy(
                                        cut -> List.of(cut.meter(), cut.unit()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byMeter.values().stream()
                .filter(cuts -> cuts.size() > 1)
                .flatMap(cuts -> divisions(source, cuts, days, rows.get()).stream())
                .toList();
    }

    private List<Division> divisions(
            SourceState source, List<Cut> cuts, DateRange days, Rows rows) {
        var selections =
                cuts.stream()
                        .map(cut ->
                                new Selection(
                                        source.id(),
                                        cut.id(),
                                        new Window.Days(days),
                                        rows,
                                        Filter.ALL))
                        .toList();
        var sums =
                reports.read(
                        Optional.empty(),
                        held ->
                                selections.stream()
                                        .map(one -> held.sums(one, UsageReports.Division.WHOLE))
                                        .toList());
        var divisions = new ArrayList<Division>();
        for (int i = 0; i < cuts.size(); i++) {
            var zero = Quantity.zero(new Unit(cuts.get(i).unit().orElseThrow()));
            var sum =
                    sums.get(i).stream()
                            .map(UsageReports.Sum::quantity)
                            .reduce(zero, Quantity::plus);
            var first = divisions.isEmpty() ? sum : divisions.getFirst().sum();
            divisions.add(
                    new Division(cuts.get(i).meter(), cuts.get(i).id(), sum, sum.minus(first)));
        }
        return divisions;
    }

    /// How many totals are not what their parts come to, and by how much altogether.
    ///
    /// @param total the cut that declares them
    /// @param sum of the differences, or where they cannot be added the largest one; above zero
    ///   when more is declared
    public record Difference(String total, Cause cause, long count, Quantity sum) {}

    /// The differences of totals that begin in `days`, by total in the descriptor's order and
    /// cause. Tells of nobody in particular.
    public List<Difference> differences(SourceState source, DateRange days) {
        return connectors.find(source.connector()).stream()
                .flatMap(connector -> compare(source, connector.descriptor().cuts(), days))
                .filter(one -> one.cause() != Cause.AGREED)
                .collect(
                        Collectors.groupingBy(
                                one -> List.of(one.total(), one.cause()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .map(CompareTotals::summary)
                .toList();
    }

    private static Difference summary(List<Compared> alike) {
        var first = alike.getFirst();
        return new Difference(
                first.total(),
                first.cause(),
                alike.size(),
                additive(alike).stream()
                        .map(some ->
                                some.stream()
                                        .map(Compared::difference)
                                        .reduce(Quantity::plus)
                                        .orElseThrow())
                        .max(Comparator.comparing(sum -> sum.amount().abs()))
                        .orElseThrow());
    }

    /// The comparisons of each total and cause, in as many lists as it takes for those of one to
    /// add up: an enterprise holds its organizations, and longer stretches of days hold shorter
    /// ones.
    public static List<List<Compared>> additive(List<Compared> compared) {
        return compared.stream()
                .collect(
                        Collectors.groupingBy(
                                one ->
                                        List.of(
                                                one.total(),
                                                one.cause(),
                                                one.group().values().keySet()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .flatMap(CompareTotals::apart)
                .toList();
    }

    /// As they are where no days of theirs overlap but the same ones.
    private static Stream<List<Compared>> apart(List<Compared> alike) {
        var stretches =
                alike.stream()
                        .map(Compared::days)
                        .distinct()
                        .sorted(Comparator.comparing(DateRange::start))
                        .toList();
        boolean overlap =
                IntStream.range(1, stretches.size())
                        .anyMatch(
                                i -> stretches.get(i).start().isBefore(stretches.get(i - 1).end()));
        return overlap
                ? alike.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Compared::days, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                : Stream.of(alike);
    }

    /// Of an organization or project, its own totals alone.
    private static boolean isSeen(Rows rows, Group group) {
        return rows.contain(Optional.empty(), group.value(Dimension.ORGANIZATION));
    }

    private Stream<Compared> compare(SourceState source, List<Cut> cuts, DateRange days) {
        return cuts.stream()
                .flatMap(cut -> cut.total().stream().flatMap(_ -> compare(source, cut, days)));
    }

    private Stream<Compared> compare(SourceState source, Cut total, DateRange days) {
        var found = comparisons.of(source.id(), total.id(), days);
        if (found.isEmpty()) {
            return Stream.empty();
        }
        var settled = settled(source, total.total().orElseThrow().of(), found);
        var unit = new Unit(total.unit().orElseThrow());
        return found.stream().map(one -> compared(total, one, unit, settled));
    }

    private Map<LocalDate, Boolean> settled(
            SourceState source, String cut, List<Comparison> comparisons) {
        var days = comparisons.stream().map(Comparison::days).reduce(DateRange::hull).orElseThrow();
        return reports.read(Optional.empty(), held -> held.settled(source.id(), cut, days));
    }

    private static Compared compared(
            Cut total, Comparison comparison, Unit unit, Map<LocalDate, Boolean> settled) {
        return new Compared(
                total.id(),
                comparison.days(),
                comparison.group(),
                new Quantity(comparison.declared(), unit),
                new Quantity(comparison.parts(), unit),
                causeOf(comparison, settled));
    }

    private static Cause causeOf(Comparison comparison, Map<LocalDate, Boolean> settled) {
        int order = comparison.declared().compareTo(comparison.parts());
        if (order == 0) {
            return Cause.AGREED;
        }
        if (order > 0) {
            return Cause.UNATTRIBUTED;
        }
        boolean forGood =
                comparison.days().days().allMatch(day -> settled.getOrDefault(day, false));
        return forGood ? Cause.EXCEEDED : Cause.LATE;
    }
}
