package dev.tallyport.application.activity;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Known;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.util.Optional;
import java.util.Set;

/// Which activities are asked about. Where values are given, only what states one of them is kept;
/// an empty set keeps nothing.
///
/// @param whose of which sources, users, persons and organizations; of nothing else
/// @param statuses in the vendors' words, as sessions and pull requests state them
/// @param playbooks of sessions; pull requests count with those of their sessions, where these
///   began in the same interval
public record ActivityFilter(
        Filter whose, Optional<Set<String>> statuses, Optional<Set<String>> playbooks) {

    private static final Set<Dimension> WHOSE =
            Set.of(Dimension.SOURCE, Dimension.USER, Dimension.PERSON, Dimension.ORGANIZATION);

    public static final ActivityFilter ALL =
            new ActivityFilter(Filter.ALL, Optional.empty(), Optional.empty());

    public ActivityFilter {
        if (!WHOSE.containsAll(whose.dimensions())) {
            throw new IllegalArgumentException(
                    "Activities are told apart by %s, found %s"
                            .formatted(WHOSE, whose.dimensions()));
        }
        statuses = statuses.map(Set::copyOf);
        playbooks = playbooks.map(Set::copyOf);
    }

    public ActivityFilter withWhose(Filter some) {
        return new ActivityFilter(some, statuses, playbooks);
    }

    /// Whether some users or persons are asked about.
    boolean namesSome() {
        return whose.dimensions().contains(Dimension.USER)
                || whose.dimensions().contains(Dimension.PERSON);
    }

    /// What is asked of one source, in terms of what it states itself.
    ActivityFilter stated(SourceName source, Known known) {
        return withWhose(whose.stated(source, known));
    }
}
