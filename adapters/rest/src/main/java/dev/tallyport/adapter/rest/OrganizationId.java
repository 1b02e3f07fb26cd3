package dev.tallyport.adapter.rest;

import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.VendorOrganization;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An organization or project as one source knows it.
@Schema(name = "OrganizationId", description = "An organization or project, as one source knows it")
public record OrganizationId(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "org-1") String organization) {

    public static OrganizationId of(VendorOrganization organization) {
        return new OrganizationId(organization.source().value(), organization.id());
    }

    /// Null for the enterprise.
    public static @Nullable OrganizationId of(Scope scope) {
        return switch (scope) {
            case Scope.Enterprise() -> null;
            case Scope.Organization(var organization) -> of(organization);
        };
    }
}
