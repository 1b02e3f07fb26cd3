package dev.tallyport.adapter.rest.view;

import dev.tallyport.application.view.SaveViews.Seen;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A view as whoever asks sees it.
@Schema(name = "View", description = "A page and what is asked there, under a name")
record ViewAnswer(
        @Schema(required = true, examples = "8") long id,
        @Schema(required = true, examples = "Products of the last month") String name,
        @Schema(
                        description = "Null when there is none",
                        nullable = true,
                        examples = "For the meeting on Mondays")
                @Nullable String description,
        @Schema(required = true, examples = "/explore") String path,
        @Schema(
                        required = true,
                        description = "Encoded, without its question mark; empty for none",
                        examples = "period=last-30-days&groupBy=product&display=area")
                String query,
        @Schema(
                        required = true,
                        description = "With nobody, or with everybody who can sign in",
                        enumeration = {"private", "everyone"})
                String shared,
        @Schema(required = true, description = "Whether it belongs to whoever asks") boolean own,
        @Schema(
                        required = true,
                        description = "What its owner is called",
                        examples = "Ada Lovelace")
                String owner,
        @Schema(required = true, examples = "17") long version,
        @Schema(required = true) Instant changedAt) {

    static ViewAnswer of(Seen seen) {
        var stored = seen.stored();
        var view = stored.view();
        return new ViewAnswer(
                stored.id(),
                view.name(),
                view.description().isEmpty() ? null : view.description(),
                view.address().path(),
                view.address().query(),
                GivenView.written(view.sharing()),
                seen.own(),
                stored.ownerName(),
                stored.version(),
                stored.changedAt());
    }
}
