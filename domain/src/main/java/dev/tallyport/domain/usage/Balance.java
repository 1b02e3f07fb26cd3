package dev.tallyport.domain.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a vendor's own totals of one day say beyond the sum of the parts that are known. For every
/// group, parts and residual and excess together are what the vendor declared.
///
/// @param dimensions what the totals are stated by
/// @param declared the vendor's totals; a group that is left out is declared to be zero
/// @param parts what is known, here added up by `dimensions`: it may be handed over in finer groups
public record Balance(
        LocalDate day,
        Set<Dimension> dimensions,
        Map<Group, Quantity> declared,
        Map<Group, Quantity> parts) {

    public Balance {
        var known = Set.copyOf(dimensions);
        declared.keySet().forEach(group -> requireNoOther(known, group));
        requireOneUnit(declared, parts);
        dimensions = known;
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
        parts = addedUp(parts, known);
    }

    /// @param declared as the vendor states it
    /// @param parts the sum of what is known
    public record Row(Group group, Quantity declared, Quantity parts) {

        public Quantity difference() {
            return declared.minus(parts);
        }
    }

    /// A row for each group that is declared or has parts, in order.
    public List<Row> rows() {
        var groups = new TreeSet<>(declared.keySet());
        groups.addAll(parts.keySet());
        return groups.stream().map(this::row).toList();
    }

    /// How far the parts stay behind what is declared: above zero, and only where they do.
    public SortedMap<Group, Quantity> residuals() {
        return differences(difference -> difference.signum() > 0);
    }

    /// How far the parts go beyond what is declared: below zero, and only where they do.
    public SortedMap<Group, Quantity> excesses() {
        return differences(difference -> difference.signum() < 0);
    }

    private Row row(Group group) {
        return new Row(
                group, declared.getOrDefault(group, zero()), parts.getOrDefault(group, zero()));
    }

    private Quantity zero() {
        return Quantity.zero(units(declared, parts).findFirst().orElseThrow());
    }

    private SortedMap<Group, Quantity> differences(Predicate<Quantity> wanted) {
        var differences = new TreeMap<Group, Quantity>();
        for (var row : rows()) {
            if (wanted.test(row.difference())) {
                differences.put(row.group(), row.difference());
            }
        }
        return Collections.unmodifiableSortedMap(differences);
    }

    private static Map<Group, Quantity> addedUp(
            Map<Group, Quantity> parts, Set<Dimension> dimensions) {
        var sums = new TreeMap<Group, Quantity>();
        parts.forEach((group, part) -> sums.merge(group.onto(dimensions), part, Quantity::plus));
        return Collections.unmodifiableSortedMap(sums);
    }

    private static void requireNoOther(Set<Dimension> dimensions, Group group) {
        if (!group.onto(dimensions).equals(group)) {
            throw new IllegalArgumentException(
                    "Totals are declared by " + dimensions + ", but " + group + " states more.");
        }
    }

    private static void requireOneUnit(Map<Group, Quantity> declared, Map<Group, Quantity> parts) {
        var units = units(declared, parts).toList();
        if (units.size() > 1) {
            throw new IllegalArgumentException(
                    "Totals and parts of one unit are needed, but these have " + units + ".");
        }
    }

    private static Stream<Unit> units(Map<Group, Quantity> declared, Map<Group, Quantity> parts) {
        return Stream.of(declared, parts)
                .flatMap(quantities -> quantities.values().stream())
                .map(Quantity::unit)
                .distinct();
    }
}
