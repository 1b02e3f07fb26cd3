package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Window;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What was asked about, resolved.
@Schema(name = "Window", description = "What stretch of time was asked about")
record WindowView(
        @Schema(
                        description = "Days by their own labels, or instants",
                        enumeration = {"days", "instants"})
                String kind,
        @Schema(description = "A date or a date-time, by kind", examples = "2026-01-16")
                String from,
        @Schema(description = "Not part of the window", examples = "2026-02-16") String to) {

    static WindowView of(Window window) {
        return switch (window) {
            case Window.Days(var days) ->
                    new WindowView("days", days.start().toString(), days.end().toString());
            case Window.Instants(var start, var end) ->
                    new WindowView("instants", start.toString(), end.toString());
        };
    }

    /// As a part of a file's name.
    String ofFile() {
        return "%s-to-%s".formatted(from, to).replace(":", "");
    }
}
