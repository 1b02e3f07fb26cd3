package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.SourceSetup;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a source is set up.
@Schema(name = "SourceSetup", description = "How a source is set up")
public record SetupView(
        @Schema(description = "false for one that the configuration declares: it is changed there")
                boolean managed,
        @Schema(description = "The time between two syncs", examples = "PT15M") String every,
        @Schema(description = "Whether it is left alone until it is resumed") boolean paused,
        @Schema(
                        description = "The settings that are given, without secrets",
                        type = SchemaType.OBJECT,
                        additionalProperties = String.class,
                        examples = "{\"base-url\": \"https://api.devin.ai\"}")
                SortedMap<String, String> settings,
        @Schema(description = "The secrets that are given, by key", examples = "[\"api-key\"]")
                List<String> secrets,
        @Schema(
                        description = "Why it cannot be read and what to do; null when it can",
                        nullable = true,
                        examples = "its connector is not installed any more")
                @Nullable String trouble,
        @Schema(
                        description = "What a change can refer to; null for one not managed here",
                        nullable = true)
                @Nullable Long version,
        @Schema(nullable = true) @Nullable Instant changedAt,
        @Schema(description = "Whoever changed it last", nullable = true, examples = "admin")
                @Nullable String changedBy) {

    static SetupView of(SourceSetup setup) {
        var change = setup.lastChange();
        return new SetupView(
                setup.managed(),
                setup.every().toString(),
                setup.paused(),
                new TreeMap<>(setup.settings()),
                setup.secrets().stream().sorted().toList(),
                setup.trouble().orElse(null),
                change.map(SourceSetup.Change::version).orElse(null),
                change.map(SourceSetup.Change::at).orElse(null),
                change.map(SourceSetup.Change::by).orElse(null));
    }
}
