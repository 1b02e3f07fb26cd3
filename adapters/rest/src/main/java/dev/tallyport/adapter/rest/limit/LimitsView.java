package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.limit.StatedLimit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Limits in order.
@Schema(name = "Limits", description = "Limits by source, name, organization, user and product")
record LimitsView(
        List<LimitView> limits,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    static LimitsView of(Page<StatedLimit> page) {
        return new LimitsView(
                page.rows().stream().map(LimitView::of).toList(),
                page.next(one -> LimitQuery.cursor(one.place()).written()).orElse(null));
    }
}
