package dev.tallyport.adapter.rest.role;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.access.Permission;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A role to be.
@Schema(name = "NewRole", description = "A role to be")
record NewRole(
        @Schema(
                        required = true,
                        description = "Lower-case letters, digits and dashes, at most 63",
                        examples = "lead")
                String name,
        @Schema(
                        required = true,
                        type = SchemaType.ARRAY,
                        implementation = String.class,
                        examples = "[\"ViewOrgConsumption\"]")
                Set<Permission> permissions) {

    private static final String NAME = "name";

    static NewRole of(byte[] sent) {
        var body = Body.of(sent, NAME, RolePermissions.PERMISSIONS);
        var name = body.required(NAME, Kind.text(63));
        var permissions = RolePermissions.in(body);
        body.requireValid();
        return new NewRole(name.orElseThrow(), permissions);
    }
}
