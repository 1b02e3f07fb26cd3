package dev.tallyport.domain.pricing;

import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All rates that are in force. Guarantees:
///
/// - to some usage on one day at most one rate of a kind applies: of those that cover it, the one
///   of the narrowest [RateScope], and the default of the configuration only where there is no
///   other;
/// - a rate applies on its own days and on no other, so that a change from a day on leaves what was
///   used before as it was.
///
/// @param rates of which no two are for the same usage of the same meter on the same day
public record RateBook(List<Rate> rates) {

    public static final RateBook EMPTY = new RateBook(List.of());

    private static final Comparator<Rate> STRONGEST_LAST =
            Comparator.comparing((Rate rate) -> !rate.configured())
                    .thenComparing(rate -> rate.terms().scope(), RateScope.NARROWEST_LAST);

    public RateBook {
        rates = List.copyOf(rates);
        overlap(rates)
                .ifPresent(two -> {
                    throw new IllegalArgumentException(
                            "Rates of one scope must not overlap, but these do: " + two);
                });
    }

    /// The first two of the rates that overlap; empty when none do.
    public static Optional<Overlap> overlap(List<Rate> rates) {
        for (int i = 0; i < rates.size(); i++) {
            for (var other : rates.subList(0, i)) {
                if (rates.get(i).overlaps(other)) {
                    return Optional.of(new Overlap(other, rates.get(i)));
                }
            }
        }
        return Optional.empty();
    }

    /// Two rates that are for the same usage of the same meter on some day.
    public record Overlap(Rate one, Rate other) {}

    /// The rate of usage; empty when it is unpriced.
    ///
    /// @param usage must state each of the [#dimensions] that it has
    public Optional<Rate> find(
            Meter meter, PriceKind kind, LocalDate day, SourceName source, Group usage) {
        return of(meter, kind).filter(rate -> rate.applies(day, source, usage)).max(STRONGEST_LAST);
    }

    /// The dimensions that usage of a source must be told apart by to be priced.
    ///
    /// @param meter its id
    public Set<Dimension> dimensions(String meter, PriceKind kind, SourceName source) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        of(meter, kind, source)
                .forEach(rate -> dimensions.addAll(rate.terms().scope().dimensions()));
        return dimensions;
    }

    /// The days inside of `days`, its first not among them, from which on another price may hold.
    ///
    /// @param meter its id
    public SortedSet<LocalDate> changes(
            String meter, PriceKind kind, SourceName source, DateRange days) {
        return of(meter, kind, source)
                .map(rate -> rate.terms().days())
                .flatMap(valid -> Stream.of(valid.from(), valid.until()))
                .flatMap(Optional::stream)
                .filter(day -> days.contains(day) && day.isAfter(days.start()))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toCollection(TreeSet::new),
                                Collections::unmodifiableSortedSet));
    }

    /// Whether there is any rate of a meter, on whatever day.
    ///
    /// @param meter its id
    public boolean knows(String meter, PriceKind kind) {
        return rates.stream()
                .map(Rate::terms)
                .anyMatch(terms -> terms.meter().id().equals(meter) && terms.kind() == kind);
    }

    private Stream<Rate> of(Meter meter, PriceKind kind) {
        return rates.stream().filter(rate -> rate.isOf(meter, kind));
    }

    private Stream<Rate> of(String meter, PriceKind kind, SourceName source) {
        return rates.stream()
                .filter(rate ->
                        rate.terms().meter().id().equals(meter)
                                && rate.terms().kind() == kind
                                && rate.terms().scope().source().map(source::equals).orElse(true));
    }
}
