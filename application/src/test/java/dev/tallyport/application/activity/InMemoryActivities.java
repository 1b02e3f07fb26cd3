package dev.tallyport.application.activity;

import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Activities with their titles, of users and organizations, in memory; knows no other filter and
/// no search.
final class InMemoryActivities implements ActivityReports {

    private final List<ListedActivity> activities = new ArrayList<>();
    private final List<PullRequest> pullRequests = new ArrayList<>();
    private int reads;

    void add(ListedActivity activity) {
        activities.add(activity);
    }

    void add(PullRequest pullRequest) {
        pullRequests.add(pullRequest);
    }

    /// How often a list was read.
    int reads() {
        return reads;
    }

    @Override
    public List<ListedActivity> newest(
            Selection selection, Wanted wanted, Optional<Place> after, int most) {
        reads++;
        return activities.stream()
                .filter(one ->
                        one.source().equals(selection.name()) && one.kind() == selection.kind())
                .filter(one -> wanted.filter().whose().keeps(Dimension.USER, one.user()))
                .filter(one ->
                        wanted.filter().whose().keeps(Dimension.ORGANIZATION, one.organization()))
                .filter(one ->
                        after.map(last -> Place.ORDER.compare(one.place(), last) > 0).orElse(true))
                .flatMap(one -> seen(selection, one).stream())
                .sorted((one, other) -> other.start().compareTo(one.start()))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<ListedActivity> find(Selection selection, String id) {
        return activities.stream()
                .filter(one -> one.id().equals(id) && one.kind() == selection.kind())
                .flatMap(one -> seen(selection, one).stream())
                .findFirst();
    }

    @Override
    public List<PullRequest> pullRequests(SourceId source, Collection<String> sessions) {
        return pullRequests.stream().filter(one -> sessions.contains(one.session())).toList();
    }

    private static Optional<ListedActivity> seen(Selection selection, ListedActivity one) {
        if (isIn(selection.titled(), one)) {
            return Optional.of(one);
        }
        return isIn(selection.listed(), one)
                ? Optional.of(
                        new ListedActivity(
                                one.source(),
                                one.kind(),
                                one.id(),
                                one.start(),
                                one.updated(),
                                one.user(),
                                one.organization(),
                                one.parent(),
                                Optional.empty(),
                                true,
                                one.figures(),
                                one.attributes()))
                : Optional.empty();
    }

    private static boolean isIn(Optional<Rows> rows, ListedActivity one) {
        return rows.map(some -> some.contain(one.user(), one.organization())).orElse(false);
    }
}
