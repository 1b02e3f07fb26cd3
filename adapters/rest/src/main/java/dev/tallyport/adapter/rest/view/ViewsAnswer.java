package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.view.SaveViews.Seen;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Views by name.
@Schema(name = "Views", description = "Views by name")
record ViewsAnswer(
        @Schema(required = true) List<ViewAnswer> views,
        @Schema(
                        description = "after of what follows; null at the end",
                        nullable = true,
                        examples = ViewsQuery.EXAMPLE)
                @Nullable String next) {

    static ViewsAnswer of(Page<Seen> page) {
        return new ViewsAnswer(
                page.rows().stream().map(ViewAnswer::of).toList(),
                page.next(seen -> ViewsQuery.cursor(seen.stored()).written()).orElse(null));
    }
}
