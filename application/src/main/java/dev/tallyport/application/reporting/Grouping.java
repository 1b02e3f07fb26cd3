package dev.tallyport.application.reporting;

import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an answer is divided.
///
/// @param bucket what is told apart in time; empty for nothing
public record Grouping(Optional<Bucket> bucket, Set<Dimension> dimensions) {

    /// One figure for everything.
    public static final Grouping WHOLE = new Grouping(Optional.empty(), Set.of());

    public Grouping {
        dimensions = Set.copyOf(dimensions);
    }

    public static Grouping by(Bucket bucket) {
        return new Grouping(Optional.of(bucket), Set.of());
    }

    public static Grouping by(Dimension... dimensions) {
        return new Grouping(Optional.empty(), Set.of(dimensions));
    }

    /// Told apart by these as well.
    public Grouping with(Set<Dimension> more) {
        var all = EnumSet.noneOf(Dimension.class);
        all.addAll(dimensions);
        all.addAll(more);
        return new Grouping(bucket, all);
    }

    /// The dimensions that facts must state for it. Persons are those of users.
    Set<Dimension> stated() {
        var stated = EnumSet.noneOf(Dimension.class);
        for (var dimension : dimensions) {
            switch (dimension) {
                case USER, ORGANIZATION, PRODUCT, MODEL, ACTIVITY -> stated.add(dimension);
                case PERSON -> stated.add(Dimension.USER);
                case SOURCE -> {}
            }
        }
        return stated;
    }

    /// In words, such as `day, user`; `whole` for one figure.
    String described() {
        var words = new ArrayList<String>();
        bucket.ifPresent(one -> words.add(one.toString()));
        dimensions.stream().sorted().forEach(dimension -> words.add(dimension.toString()));
        return words.isEmpty() ? "whole" : String.join(", ", words).toLowerCase(Locale.ROOT);
    }
}
