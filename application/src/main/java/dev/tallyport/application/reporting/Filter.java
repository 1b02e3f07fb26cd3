package dev.tallyport.application.reporting;

import dev.tallyport.domain.usage.Dimension;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which usage is asked about, by the vendors' ids. A value that no vendor's id can have matches
/// nothing and is not kept here.
///
/// @param only for a dimension, the values to keep; usage that states none is left out, and an
///   empty set keeps nothing
/// @param except for a dimension, the values to leave out; usage that states none is kept
public record Filter(Map<Dimension, Set<String>> only, Map<Dimension, Set<String>> except) {

    public static final Filter ALL = new Filter(Map.of(), Map.of());

    public Filter {
        only = possible(only);
        except = possible(except);
    }

    public Filter withOnly(Dimension dimension, Set<String> values) {
        var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
        more.putAll(only);
        more.put(dimension, Set.copyOf(values));
        return new Filter(more, except);
    }

    public Filter withExcept(Dimension dimension, Set<String> values) {
        var more = new EnumMap<Dimension, Set<String>>(Dimension.class);
        more.putAll(except);
        more.put(dimension, Set.copyOf(values));
        return new Filter(only, more);
    }

    /// The dimensions that usage must know for this filter to make sense of it.
    public Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(only.keySet());
        dimensions.addAll(except.keySet());
        return dimensions;
    }

    private static Map<Dimension, Set<String>> possible(Map<Dimension, Set<String>> values) {
        return values.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                value ->
                                        value.getValue().stream()
                                                .filter(VendorIds::isPossible)
                                                .collect(Collectors.toUnmodifiableSet())));
    }
}
