package dev.tallyport.application.activity;

import dev.tallyport.application.activity.ActivityReports.Selection;
import dev.tallyport.application.activity.ActivityReports.Wanted;
import dev.tallyport.application.reporting.IdentifyPeople;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        return newest(asked(viewer, kinds, wanted), after, most);
    }

    /// All of the kinds, page after page, each read by itself. Reading of other people is recorded
    /// once, before they are read.
    public void handOver(
            Viewer viewer, Set<Kind> kinds, Wanted wanted, Consumer<List<ListedActivity>> pages) {
        var asked = asked(viewer, kinds, wanted);
        var page = newest(asked, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            pages.accept(page);
            page =
                    page.size() < PAGE
                            ? List.of()
                            : newest(asked, Optional.of(page.getLast().place()), PAGE);
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

    private List<ListedActivity> newest(List<Asked> asked, Optional<Place> after, int most) {
        return asked.stream()
                .flatMap(one -> reports.newest(one.selection(), one.wanted(), after, most).stream())
                .sorted(ORDER)
                .limit(most)
                .toList();
    }

    private static Map<String, String> described(Set<Kind> kinds, Wanted wanted) {
        var described = new TreeMap<String, String>();
        described.put("kinds", new TreeSet<>(kinds).toString());
        wanted.from().ifPresent(from -> described.put("from", from.toString()));
        wanted.to().ifPresent(to -> described.put("to", to.toString()));
        if (!wanted.search().isEmpty()) {
            described.put("search", wanted.search());
        }
        return described;
    }
}
