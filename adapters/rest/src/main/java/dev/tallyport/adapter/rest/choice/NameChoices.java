package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.Name;
import dev.tallyport.domain.source.SourceName;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Products, models or activities by name.
@Schema(name = "NameChoices", description = "Products, models or activities by name")
record NameChoices(
        @Schema(required = true) List<NameChoice> names,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    /// A product, model or activity.
    @Schema(name = "NameChoice", description = "A product, model or activity")
    record NameChoice(
            @Schema(required = true, examples = "devin") String name,
            @Schema(
                            required = true,
                            description = "Where it occurs, by name",
                            examples = "[\"acme\"]")
                    List<String> sources) {

        static NameChoice of(Name name) {
            return new NameChoice(
                    name.place().label(), name.sources().stream().map(SourceName::value).toList());
        }
    }

    static NameChoices of(Page<Name> page) {
        return new NameChoices(
                page.rows().stream().map(NameChoice::of).toList(),
                ChoiceQuery.next(page, Name::place));
    }
}
