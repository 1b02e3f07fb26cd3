package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Activities, the newest first.
@Schema(name = "Activities", description = "Activities, the newest first")
record ActivitiesView(
        List<ActivityView> activities,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next,
        NamesView names) {

    /// @param find finds the names in rows
    static ActivitiesView of(Page<ListedActivity> page, Function<List<Group>, DisplayNames> find) {
        return new ActivitiesView(
                page.rows().stream().map(ActivityView::of).toList(),
                page.next(one -> ListQuery.cursor(one.place()).written()).orElse(null),
                NamesView.of(page.rows().stream().map(ActivityTable::named).toList(), find));
    }
}
