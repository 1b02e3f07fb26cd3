package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the vendor says is true: what a ledger must hold after a read, no more and no less. Cuts
/// that no figure is of are not compared; a figure of zero is the same as none.
///
/// @param directory ids of people, service users and organizations that are handed over at least
/// @param activities ids of the activities that are handed over
public record Truth(List<Figure> figures, Set<String> directory, Set<String> activities) {

    public Truth {
        figures = List.copyOf(figures);
        directory = Set.copyOf(directory);
        activities = Set.copyOf(activities);
    }

    /// Usage alone.
    public static Truth of(Collection<Figure> figures) {
        return new Truth(List.copyOf(figures), Set.of(), Set.of());
    }

    public Truth withDirectory(Set<String> directory) {
        return new Truth(figures, directory, activities);
    }

    public Truth withActivities(Set<String> activities) {
        return new Truth(figures, directory, activities);
    }

    Truth on(Predicate<LocalDate> days) {
        var some = figures.stream().filter(figure -> days.test(figure.day())).toList();
        return new Truth(some, directory, activities);
    }

    /// Everything of a cut and day in one.
    Truth perDay() {
        var coarse =
                figures.stream()
                        .map(one ->
                                new Figure(
                                        one.cut(), one.day(), Map.of(), one.unit(), one.quantity()))
                        .toList();
        return new Truth(coarse, directory, activities);
    }

    Map<Figure.Place, BigDecimal> quantities() {
        var quantities = new HashMap<Figure.Place, BigDecimal>();
        figures.forEach(
                figure -> quantities.merge(figure.place(), figure.quantity(), BigDecimal::add));
        quantities.values().removeIf(quantity -> quantity.signum() == 0);
        quantities.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        return quantities;
    }

    /// The dimensions that the figures of each cut tell apart.
    Map<String, Set<Dimension>> dimensions() {
        return figures.stream()
                .collect(
                        Collectors.toMap(
                                Figure::cut,
                                figure -> copyOf(figure.dimensions().keySet()),
                                (one, other) -> {
                                    one.addAll(other);
                                    return one;
                                }));
    }

    private static Set<Dimension> copyOf(Set<Dimension> dimensions) {
        var copy = EnumSet.noneOf(Dimension.class);
        copy.addAll(dimensions);
        return copy;
    }

    SortedSet<LocalDate> days() {
        return figures.stream().map(Figure::day).collect(Collectors.toCollection(TreeSet::new));
    }
}
