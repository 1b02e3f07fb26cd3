package dev.tallyport.application.reporting;

import dev.tallyport.domain.usage.Dimension;
import java.util.ArrayList;
import java.util.Locale;
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

    /// In words, such as `day, user`; `whole` for one figure.
    String described() {
        var words = new ArrayList<String>();
        if (daily) {
            words.add("day");
        }
        dimensions.stream().sorted().forEach(dimension -> words.add(dimension.toString()));
        return words.isEmpty() ? "whole" : String.join(", ", words).toLowerCase(Locale.ROOT);
    }
}
