package dev.tallyport.application.activity;

import dev.tallyport.application.activity.ActivityReports.PullRequest;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Finds sessions with their pull requests. One that may not be seen is one that nobody knows.
@ApplicationScoped
public class FindSessions {

    private final ListActivities listActivities;
    private final SeenActivities seen;
    private final ActivityReports reports;
    private final RecordActivityReads reads;
    private final Sources sources;

    FindSessions(
            ListActivities listActivities,
            SeenActivities seen,
            ActivityReports reports,
            RecordActivityReads reads,
            Sources sources) {
        this.listActivities = listActivities;
        this.seen = seen;
        this.reports = reports;
        this.reads = reads;
        this.sources = sources;
    }

    /// At most so many, the newest first.
    ///
    /// @param after what the last list ended with; empty for the first
    public List<Session> list(Viewer viewer, Wanted wanted, Optional<Place> after, int most) {
        return withPullRequests(
                listActivities.list(viewer, Set.of(Kind.SESSION), wanted, after, most));
    }

    /// All of them, the newest first, as [ListActivities#handOver].
    public void handOver(Viewer viewer, Wanted wanted, Consumer<Session> taker) {
        listActivities.handOver(
                viewer,
                Set.of(Kind.SESSION),
                wanted,
                page -> withPullRequests(page).forEach(taker));
    }

    /// Reading of another person is recorded.
    public Optional<Session> find(Viewer viewer, SourceName source, String id) {
        var found =
                seen.of(viewer, Kind.SESSION, source)
                        .flatMap(selection -> reports.find(selection, id));
        found.flatMap(ListedActivity::user)
                .ifPresent(user ->
                        reads.record(
                                Map.of("session", id, "source", source.value()),
                                new VendorUser(source, user)));
        return withPullRequests(found.stream().toList()).stream().findFirst();
    }

    private List<Session> withPullRequests(List<ListedActivity> sessions) {
        var pullRequests = new HashMap<Place, List<PullRequest>>();
        for (var source : sources.all()) {
            var own = sessions.stream().filter(one -> one.source().equals(source.name())).toList();
            var found =
                    reports
                            .pullRequests(
                                    source.id(), own.stream().map(ListedActivity::id).toList())
                            .stream()
                            .collect(Collectors.groupingBy(PullRequest::session));
            own.forEach(
                    one -> pullRequests.put(one.place(), found.getOrDefault(one.id(), List.of())));
        }
        return sessions.stream()
                .map(one -> Session.of(one, pullRequests.getOrDefault(one.place(), List.of())))
                .toList();
    }
}
