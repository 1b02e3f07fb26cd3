package dev.tallyport.application.activity;

import dev.tallyport.application.activity.ActivityReports.Selection;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.reporting.IdentifyPeople;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Lists what was done with agents, the newest first. What may not be seen is not there.
@ApplicationScoped
public class ListActivities {

    static final int PAGE = 1000;

    private static final Comparator<ListedActivity> ORDER =
            Comparator.comparing(ListedActivity::place, Place.ORDER);

    private final SeenActivities seen;
    private final ActivityReports reports;
    private final IdentifyPeople identifyPeople;
    private final RecordActivityReads reads;

    ListActivities(
            SeenActivities seen,
            ActivityReports reports,
            IdentifyPeople identifyPeople,
            RecordActivityReads reads) {
        this.seen = seen;
        this.reports = reports;
        this.identifyPeople = identifyPeople;
        this.reads = reads;
    }

    /// At most so many of the kinds. Reading of other people is recorded before they are read.
    ///
    /// @param after what the last list ended with; empty for the first
    public List<ListedActivity> list(
            Viewer viewer, Set<Kind> kinds, Wanted wanted, Optional<Place> after, int most) {
        return next(coming(asked(viewer, kinds, wanted), after, most), most);
    }

    /// All of the kinds, page after page, each read by itself. Reading of other people is recorded
    /// once, before they are read.
    public void handOver(
            Viewer viewer, Set<Kind> kinds, Wanted wanted, Consumer<List<ListedActivity>> pages) {
        var coming = coming(asked(viewer, kinds, wanted), Optional.empty(), PAGE);
        var page = next(coming, PAGE);
        while (!page.isEmpty()) {
            pages.accept(page);
            page = next(coming, PAGE);
        }
    }

    /// @param wanted in terms of what the source states itself
    private record Asked(Selection selection, Wanted wanted) {}

    private List<Asked> asked(Viewer viewer, Set<Kind> kinds, Wanted wanted) {
        var known = identifyPeople.of(wanted.filter().whose());
        var selections = seen.of(viewer, kinds, wanted.filter());
        reads.record(
                described(kinds, wanted),
                selections.stream().map(Selection::name).distinct().toList(),
                wanted.filter(),
                known,
                kinds.stream()
                        .flatMap(kind ->
                                Stream.of(
                                        SeenActivities.listed(viewer, kind),
                                        SeenActivities.titled(viewer, kind)))
                        .distinct()
                        .toArray(Visibility[]::new));
        return selections.stream()
                .map(selection -> new Asked(selection, wanted.stated(selection.name(), known)))
                .toList();
    }

    private List<Coming> coming(List<Asked> asked, Optional<Place> after, int most) {
        return asked.stream().map(one -> new Coming(one, after, most)).toList();
    }

    /// At most so many of all that is to come.
    private static List<ListedActivity> next(List<Coming> coming, int most) {
        var page = new ArrayList<ListedActivity>();
        while (page.size() < most) {
            var next =
                    coming.stream()
                            .filter(Coming::isLeft)
                            .min(Comparator.comparing(Coming::first, ORDER));
            if (next.isEmpty()) {
                break;
            }
            page.add(next.get().take());
        }
        return page;
    }

    /// What is still to come of what was asked, of which no more than a page is held.
    private final class Coming {

        private final Asked asked;
        private final int most;
        private final Deque<ListedActivity> held = new ArrayDeque<>();
        private Optional<Place> after;
        private boolean hasMore = true;

        Coming(Asked asked, Optional<Place> after, int most) {
            this.asked = asked;
            this.after = after;
            this.most = most;
        }

        /// Reads on where all that is held was taken.
        boolean isLeft() {
            if (held.isEmpty() && hasMore) {
                held.addAll(reports.newest(asked.selection(), asked.wanted(), after, most));
                hasMore = held.size() == most;
            }
            return !held.isEmpty();
        }

        ListedActivity first() {
            return held.element();
        }

        ListedActivity take() {
            var first = held.remove();
            after = Optional.of(first.place());
            return first;
        }
    }

    private static Map<String, String> described(Set<Kind> kinds, Wanted wanted) {
        var described = new TreeMap<String, String>();
        described.put("kinds", Names.of(kinds.stream().map(kind -> Names.of(kind)).toList()));
        wanted.from().ifPresent(from -> described.put("from", from.toString()));
        wanted.to().ifPresent(to -> described.put("to", to.toString()));
        if (!wanted.search().isEmpty()) {
            described.put("search", wanted.search());
        }
        return described;
    }
}
