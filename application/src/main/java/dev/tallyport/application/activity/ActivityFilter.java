package dev.tallyport.application.activity;

import dev.tallyport.domain.source.SourceName;
import java.util.Optional;
import java.util.Set;

/// Which activities are asked about. Where values are given, only what states one of them is kept;
/// an empty set keeps nothing.
///
/// @param users the vendors' ids of people and service users
/// @param organizations the vendors' ids of organizations and projects
/// @param statuses in the vendors' words, as sessions and pull requests state them
/// @param playbooks of sessions; pull requests count with those of their sessions, where these
///   began in the same interval
public record ActivityFilter(
        Optional<Set<SourceName>> sources,
        Optional<Set<String>> users,
        Optional<Set<String>> organizations,
        Optional<Set<String>> statuses,
        Optional<Set<String>> playbooks) {

    public static final ActivityFilter ALL =
            new ActivityFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public ActivityFilter {
        sources = sources.map(Set::copyOf);
        users = users.map(Set::copyOf);
        organizations = organizations.map(Set::copyOf);
        statuses = statuses.map(Set::copyOf);
        playbooks = playbooks.map(Set::copyOf);
    }

    public ActivityFilter withSources(Set<SourceName> some) {
        return new ActivityFilter(Optional.of(some), users, organizations, statuses, playbooks);
    }

    public ActivityFilter withUsers(Set<String> some) {
        return new ActivityFilter(sources, Optional.of(some), organizations, statuses, playbooks);
    }

    public ActivityFilter withOrganizations(Set<String> some) {
        return new ActivityFilter(sources, users, Optional.of(some), statuses, playbooks);
    }

    public ActivityFilter withStatuses(Set<String> some) {
        return new ActivityFilter(sources, users, organizations, Optional.of(some), playbooks);
    }

    public ActivityFilter withPlaybooks(Set<String> some) {
        return new ActivityFilter(sources, users, organizations, statuses, Optional.of(some));
    }

    boolean asks(SourceName source) {
        return sources.map(some -> some.contains(source)).orElse(true);
    }
}
