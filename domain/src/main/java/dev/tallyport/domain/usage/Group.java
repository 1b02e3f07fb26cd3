package dev.tallyport.domain.usage;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What some usage has in common. A dimension without a value is one that nothing is stated for:
/// usage tied to no organization, or of nobody known. Groups are ordered by their dimensions in
/// turn, and what is not stated comes last.
public record Group(Map<Dimension, String> values) implements Comparable<Group> {

    private static final Comparator<Optional<String>> STATED_FIRST =
            Comparator.comparing((Optional<String> value) -> value.isEmpty())
                    .thenComparing(value -> value.orElse(""));

    private static final Comparator<Group> ORDER =
            Stream.of(Dimension.values())
                    .map(dimension ->
                            Comparator.comparing(
                                    (Group group) -> group.value(dimension), STATED_FIRST))
                    .reduce(Comparator::thenComparing)
                    .orElseThrow();

    public Group {
        var copy = new EnumMap<Dimension, String>(Dimension.class);
        values.forEach((dimension, value) -> copy.put(dimension, requireStated(dimension, value)));
        values = Collections.unmodifiableMap(copy);
    }

    /// The group that nothing is stated for: of nobody known, and of the whole where nothing is
    /// told apart.
    public static Group unstated() {
        return new Group(Map.of());
    }

    public static Group of(Dimension dimension, String value) {
        return new Group(Map.of(dimension, value));
    }

    public Optional<String> value(Dimension dimension) {
        return Optional.ofNullable(values.get(dimension));
    }

    public Group with(Dimension dimension, String value) {
        var more = new EnumMap<Dimension, String>(Dimension.class);
        more.putAll(values);
        more.put(dimension, value);
        return new Group(more);
    }

    /// The group without the values of all other dimensions.
    public Group onto(Set<Dimension> dimensions) {
        var kept = new EnumMap<Dimension, String>(Dimension.class);
        kept.putAll(values);
        kept.keySet().retainAll(dimensions);
        return new Group(kept);
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }

    private static String requireStated(Dimension dimension, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The value of " + dimension + " is blank; leave it out where none is stated.");
        }
        return value;
    }
}
