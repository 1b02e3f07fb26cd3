package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.limit.StatedLimit;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Limits in order.
@Schema(name = "Limits", description = "Limits by source, name, organization, user and product")
record LimitsView(
        List<LimitView> limits,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next,
        NamesView names) {

    /// @param find finds the names in rows
    static LimitsView of(Page<StatedLimit> page, Function<List<Group>, DisplayNames> find) {
        return new LimitsView(
                page.rows().stream().map(LimitView::of).toList(),
                page.next(one -> LimitQuery.cursor(one.place()).written()).orElse(null),
                NamesView.of(page.rows().stream().map(LimitTable::named).toList(), find));
    }
}
