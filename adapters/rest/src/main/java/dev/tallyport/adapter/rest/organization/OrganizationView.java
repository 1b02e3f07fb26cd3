package dev.tallyport.adapter.rest.organization;

import dev.tallyport.application.source.Organizations.Named;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An organization or project as its vendor names it.
@Schema(name = "Organization", description = "An organization or project, as its vendor names it")
public record OrganizationView(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "org-1") String organization,
        @Schema(examples = "Platform", nullable = true) @Nullable String name) {

    public static OrganizationView of(Named named) {
        return new OrganizationView(
                named.organization().source().value(),
                named.organization().id(),
                named.name().orElse(null));
    }
}
