package dev.tallyport.adapter.rest.role;

import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Role;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Permissions under a name.
@Schema(name = "Role", description = "Permissions under a name")
record RoleView(
        @Schema(required = true, examples = "lead") String name,
        @Schema(required = true, description = "Whether it is always there and cannot be changed")
                boolean builtIn,
        @Schema(examples = "[\"ViewOrgConsumption\", \"ViewOrgMetrics\"]")
                List<String> permissions) {

    static RoleView of(Role role) {
        return new RoleView(
                role.name(),
                role.isBuiltIn(),
                role.permissions().stream().map(Permission::title).sorted().toList());
    }
}
