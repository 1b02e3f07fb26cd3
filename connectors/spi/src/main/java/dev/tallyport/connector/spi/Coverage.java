package dev.tallyport.connector.spi;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What a batch speaks for: within it, a fact that the platform holds and the batch lacks is
/// retracted. Nothing outside it is touched.
///
/// @param cut the id of the cut
/// @param start inclusive
/// @param end exclusive; a fact is covered when its start lies in `[start, end)`
/// @param only the dimension values that were asked for; a dimension that is not named here was not
///   restricted. An empty set of values covers nothing.
public record Coverage(String cut, Instant start, Instant end, Map<Dimension, Set<String>> only) {

    public Coverage {
        var copy = new EnumMap<Dimension, Set<String>>(Dimension.class);
        only.forEach((dimension, values) -> copy.put(dimension, Set.copyOf(values)));
        only = Map.copyOf(copy);
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("coverage ends at " + end + ", before " + start);
        }
    }
}
