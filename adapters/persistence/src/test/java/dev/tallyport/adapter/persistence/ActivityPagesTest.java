package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.activity.ActivityReports.Selection;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.application.activity.Place;
import dev.tallyport.connector.spi.Activity.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ActivityPagesTest {

    @Property(tries = 30)
    void pageAfterPageIsTheWholeListTheNewestFirst(
            @ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 5) int most) {
        try (var database = LedgerDatabase.open()) {
            var recorder = new PostgresActivities(database.database, database.keys);
            var reader =
                    new PostgresActivityReports(
                            database.database,
                            database.keys,
                            new ActivityConditions(database.keys));
            for (int i = 0; i < seconds.size(); i++) {
                recorder.record(
                        database.source,
                        List.of(
                                ActivityReportsTest.session(
                                        "s" + i,
                                        "ann",
                                        "",
                                        ActivityReportsTest.NOON.plusSeconds(seconds.get(i)))));
            }
            var selection =
                    new Selection(
                            database.source,
                            ActivityReportsTest.ACME,
                            Kind.SESSION,
                            ActivityReportsTest.EVERYTHING,
                            ActivityReportsTest.EVERYTHING);

            var listed = new ArrayList<ListedActivity>();
            Optional<Place> after = Optional.empty();
            List<ListedActivity> page;
            do {
                page = reader.newest(selection, ActivityReportsTest.ALL, after, most);
                listed.addAll(page);
                after = page.isEmpty() ? after : Optional.of(page.getLast().place());
            } while (!page.isEmpty());

            assertThat(listed).hasSize(seconds.size()).doesNotHaveDuplicates();
            assertThat(listed)
                    .extracting(ListedActivity::start)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }
}
