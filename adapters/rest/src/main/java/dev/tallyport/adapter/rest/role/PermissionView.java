package dev.tallyport.adapter.rest.role;

import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a role may allow.
@Schema(name = "Permission", description = "What a role may allow")
record PermissionView(
        @Schema(required = true, examples = "ViewAccountConsumption") String name,
        @Schema(required = true, examples = "See everybody's consumption") String description,
        @Schema(
                        description =
                                "Where it counts when it is given: for the enterprise, or in an"
                                        + " organization or project",
                        examples = "[\"enterprise\"]")
                List<String> levels) {

    private static final Scope ANY_ORGANIZATION =
            new Scope.Organization(new VendorOrganization(new SourceName("any"), "any"));

    static PermissionView of(Permission permission) {
        return new PermissionView(
                permission.title(),
                permission.description(),
                Stream.of(new Scope.Enterprise(), ANY_ORGANIZATION)
                        .filter(permission::countsIn)
                        .map(PermissionView::nameOf)
                        .toList());
    }

    private static String nameOf(Scope scope) {
        return switch (scope) {
            case Scope.Enterprise() -> "enterprise";
            case Scope.Organization _ -> "organization";
        };
    }
}
