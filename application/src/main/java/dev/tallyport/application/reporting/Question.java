package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is asked about usage, and as whom. There is no question without a visibility.
///
/// @param connector only sources of this connector; empty for all
/// @param meter the id of the meter
/// @param groupings one table of the answer each, all as of the same moment
/// @param asKnownOn the figures as they were known then; empty for now
/// @param among only these sources; empty for all
public record Question(
        Visibility visibility,
        Optional<String> connector,
        String meter,
        Window window,
        List<Grouping> groupings,
        Filter filter,
        Optional<Instant> asKnownOn,
        Optional<Set<SourceName>> among) {

    public Question {
        groupings = List.copyOf(groupings);
        among = among.map(Set::copyOf);
    }

    /// A question to all sources.
    public Question(
            Visibility visibility,
            Optional<String> connector,
            String meter,
            Window window,
            List<Grouping> groupings,
            Filter filter,
            Optional<Instant> asKnownOn) {
        this(visibility, connector, meter, window, groupings, filter, asKnownOn, Optional.empty());
    }

    /// Every dimension that is grouped by or filtered on.
    Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        groupings.forEach(grouping -> dimensions.addAll(grouping.dimensions()));
        dimensions.addAll(filter.dimensions());
        return dimensions;
    }

    /// Whether the visibility alone leaves nothing but what is of these users.
    boolean seesOnly(Set<VendorUser> users) {
        return visibility
                        instanceof
                        Visibility.Some(var organizations, var oneself, var oneselfWithin, _)
                && organizations.isEmpty()
                && users.containsAll(oneself)
                && users.containsAll(oneselfWithin);
    }

    /// The same question with another filter.
    public Question withFilter(Filter filter) {
        return new Question(
                visibility, connector, meter, window, groupings, filter, asKnownOn, among);
    }

    /// The same question to some sources only.
    public Question among(Set<SourceName> sources) {
        return new Question(
                visibility,
                connector,
                meter,
                window,
                groupings,
                filter,
                asKnownOn,
                Optional.of(sources));
    }
}
