package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is asked about usage, and as whom. There is no question without a visibility.
///
/// @param connector only sources of this connector; empty for all
/// @param meters the ids of the meters, in the order in which they are answered
/// @param zone whose days and hours are meant, as far as usage is stated finer than by day; empty
///   for each source's own. Cycles are always the vendor's.
/// @param comparedWith the stretch that is answered beside the window, as of the same moment
/// @param groupings one table of the answer each, all as of the same moment
/// @param changes days with which a new slot begins in any case, as where a price changes
/// @param order of the rows of one slot
/// @param top how many groups of a table have rows of their own: those with most of the first
///   meter, over the whole window; empty for all. What the others used is one row.
/// @param asKnownOn the figures as they were known then; empty for now
public record Question(
        Visibility visibility,
        Optional<String> connector,
        List<String> meters,
        Window window,
        Optional<ZoneId> zone,
        Optional<Window> comparedWith,
        List<Grouping> groupings,
        Filter filter,
        SortedSet<LocalDate> changes,
        Order order,
        Optional<Integer> top,
        Optional<Instant> asKnownOn) {

    /// How the rows of one slot follow one another.
    public enum Order {
        /// By what they have in common.
        GROUP,
        LARGEST_FIRST,
        SMALLEST_FIRST
    }

    public Question {
        meters = List.copyOf(meters);
        groupings = List.copyOf(groupings);
        changes = Collections.unmodifiableSortedSet(new TreeSet<>(changes));
    }

    public static Question of(Visibility visibility, String meter, Window window) {
        return of(visibility, List.of(meter), window);
    }

    /// A question to all sources about now, of which nothing is told apart.
    public static Question of(Visibility visibility, List<String> meters, Window window) {
        return new Question(
                visibility,
                Optional.empty(),
                meters,
                window,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Filter.ALL,
                Collections.emptySortedSet(),
                Order.GROUP,
                Optional.empty(),
                Optional.empty());
    }

    /// Every dimension that is grouped by or filtered on.
    Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        groupings.forEach(grouping -> dimensions.addAll(grouping.dimensions()));
        dimensions.addAll(filter.dimensions());
        return dimensions;
    }

    public Question ofConnector(String id) {
        return with(Optional.of(id), groupings, filter, changes, asKnownOn);
    }

    public Question withGroupings(Grouping... groupings) {
        return with(connector, List.of(groupings), filter, changes, asKnownOn);
    }

    /// The same question with another filter.
    public Question withFilter(Filter filter) {
        return with(connector, groupings, filter, changes, asKnownOn);
    }

    public Question withChanges(SortedSet<LocalDate> changes) {
        return with(connector, groupings, filter, changes, asKnownOn);
    }

    /// @param instant empty for now
    public Question asKnownOn(Optional<Instant> instant) {
        return with(connector, groupings, filter, changes, instant);
    }

    private Question with(
            Optional<String> connector,
            List<Grouping> groupings,
            Filter filter,
            SortedSet<LocalDate> changes,
            Optional<Instant> asKnownOn) {
        return new Question(
                visibility,
                connector,
                meters,
                window,
                zone,
                comparedWith,
                groupings,
                filter,
                changes,
                order,
                top,
                asKnownOn);
    }
}
