package dev.tallyport.adapter.rest.source;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Note;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What trying settings against the vendor came to.
@Schema(name = "SourceCheck", description = "What trying settings against the vendor came to")
record CheckView(
        @Schema(
                        description = "unavailable: the vendor did not answer, later may be better",
                        enumeration = {"ok", "misconfigured", "unavailable"})
                String result,
        @Schema(
                        description = "The setting that is wrong; null unless misconfigured",
                        examples = "api-key",
                        nullable = true)
                @Nullable String key,
        @Schema(
                        description = "null when it is ok",
                        nullable = true,
                        examples = "the vendor refused the key")
                @Nullable String reason,
        @Schema(description = "What will be missing although it is ok") List<NoteView> notes) {

    /// Something that will be missing.
    @Schema(name = "CheckNote", description = "Something that will be missing")
    record NoteView(
            @Schema(examples = "sessions") String part,
            @Schema(examples = "the key lacks ViewAccountSessions") String message) {}

    static CheckView of(CheckResult result) {
        return switch (result) {
            case CheckResult.Ok(var notes) ->
                    new CheckView("ok", null, null, notes.stream().map(CheckView::of).toList());
            case CheckResult.Misconfigured(var key, var reason) ->
                    new CheckView("misconfigured", key, reason, List.of());
            case CheckResult.Unavailable(var reason) ->
                    new CheckView("unavailable", null, reason, List.of());
        };
    }

    private static NoteView of(Note note) {
        return new NoteView(note.part(), note.message());
    }
}
