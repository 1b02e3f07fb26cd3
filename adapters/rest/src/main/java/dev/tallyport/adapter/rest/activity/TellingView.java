package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured.Standing;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a source took part in a count.
@Schema(name = "SourceTelling", description = "How a source took part in a count")
record TellingView(
        @Schema(examples = "acme") String source,
        @Schema(description = "The kinds of activities that it tells, of those counted")
                List<String> says,
        @Schema(
                        description =
                                "Those that it never handed over any of, so that they are counted"
                                        + " without it")
                List<String> doesNotSay,
        @Schema(description = "When the last sync began that read everything", nullable = true)
                @Nullable Instant readAt) {

    static List<TellingView> of(List<Standing> sources) {
        return sources.stream()
                .map(standing ->
                        new TellingView(
                                standing.source().value(),
                                KindOfActivity.written(standing.says()),
                                KindOfActivity.written(standing.saysNot()),
                                standing.readAt().orElse(null)))
                .toList();
    }
}
