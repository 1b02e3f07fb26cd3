package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.FindChoices.Source;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Sources by name.
@Schema(name = "SourceChoices", description = "Sources by name")
record SourceChoices(
        @Schema(required = true) List<SourceChoice> sources,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    /// A source.
    @Schema(name = "SourceChoice", description = "A source")
    record SourceChoice(
            @Schema(required = true, examples = "acme") String source,
            @Schema(required = true, examples = "devin") String connector,
            @Schema(required = true, examples = "Devin", description = "For people to read")
                    String connectorName) {

        static SourceChoice of(Source one) {
            return new SourceChoice(one.source().value(), one.connector(), one.connectorName());
        }
    }

    static SourceChoices of(Page<Source> page) {
        return new SourceChoices(
                page.rows().stream().map(SourceChoice::of).toList(),
                ChoiceQuery.next(page, Source::place));
    }
}
