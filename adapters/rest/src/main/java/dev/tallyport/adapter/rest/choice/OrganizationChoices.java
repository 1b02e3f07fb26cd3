package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.Organization;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Organizations and projects by label.
@Schema(name = "OrganizationChoices", description = "Organizations and projects by label")
record OrganizationChoices(
        @Schema(required = true) List<OrganizationChoice> organizations,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    /// An organization or project.
    @Schema(name = "OrganizationChoice", description = "An organization or project")
    record OrganizationChoice(
            @Schema(required = true, examples = "Platform", description = "For people to read")
                    String label,
            @Schema(required = true, examples = "acme") String source,
            @Schema(required = true, examples = "org-1") String organization,
            @Schema(examples = "Platform", nullable = true) @Nullable String name) {

        static OrganizationChoice of(Organization one) {
            return new OrganizationChoice(
                    one.place().label(),
                    one.organization().source().value(),
                    one.organization().id(),
                    one.name().orElse(null));
        }
    }

    static OrganizationChoices of(Page<Organization> page) {
        return new OrganizationChoices(
                page.rows().stream().map(OrganizationChoice::of).toList(),
                ChoiceQuery.next(page, Organization::place));
    }
}
