package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.ListedActivity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that was done with an agent.
@Schema(
        name = "Activity",
        description = "Something that was done with an agent, as its vendor states it now")
record ActivityView(
        @Schema(examples = "acme") String source,
        @Schema(
                        enumeration = {
                            "session",
                            "assistant",
                            "workflow",
                            "pull-request",
                            "search",
                            "audit-event"
                        })
                String kind,
        @Schema(examples = "devin-1a2b", description = "Unique in its source and kind") String id,
        @Schema(description = "When it began", examples = "2026-01-16T09:30:00Z") Instant start,
        @Schema(nullable = true, description = "When the vendor last changed it")
                @Nullable Instant updated,
        @Schema(nullable = true, examples = "email|1", description = "Null for nobody known")
                @Nullable String user,
        @Schema(nullable = true, examples = "org-1") @Nullable String organization,
        @Schema(nullable = true, description = "The session that it belongs to")
                @Nullable String parent,
        @Schema(nullable = true, examples = "Fix the build") @Nullable String title,
        @Schema(description = "Whether whoever asks may not see its title, nor its tags")
                boolean titleHidden,
        @Schema(description = "Of its whole life so far, by meter; what is not stated is not there")
                SortedMap<String, BigDecimal> figures,
        @Schema(description = "In the vendor's words") SortedMap<String, List<String>> attributes) {

    static ActivityView of(ListedActivity activity) {
        return new ActivityView(
                activity.source().value(),
                KindOfActivity.written(activity.kind()),
                activity.id(),
                activity.start(),
                activity.updated().orElse(null),
                activity.user().orElse(null),
                activity.organization().orElse(null),
                activity.parent().orElse(null),
                activity.title().orElse(null),
                activity.isTitleHidden(),
                new TreeMap<>(activity.figures()),
                new TreeMap<>(activity.attributes()));
    }
}
