package dev.tallyport.application.reporting;

import dev.tallyport.domain.usage.Dimension;
import java.util.Set;

/// How an answer is divided.
///
/// @param daily whether each day has rows of its own, by its own label
public record Grouping(boolean daily, Set<Dimension> dimensions) {

    /// One figure for everything.
    public static final Grouping WHOLE = new Grouping(false, Set.of());

    public Grouping {
        dimensions = Set.copyOf(dimensions);
    }

    public static Grouping byDay() {
        return new Grouping(true, Set.of());
    }

    public static Grouping by(Dimension dimension) {
        return new Grouping(false, Set.of(dimension));
    }
}
