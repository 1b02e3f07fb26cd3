package dev.tallyport.adapter.rest.role;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.access.Permission;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a role is to allow.
@Schema(name = "RolePermissions", description = "What a role is to allow")
record RolePermissions(
        @Schema(
                        required = true,
                        type = SchemaType.ARRAY,
                        implementation = String.class,
                        examples = "[\"ViewOrgConsumption\"]")
                Set<Permission> permissions) {

    static final String PERMISSIONS = "permissions";

    private static final Kind<Permission> PERMISSION =
            Kind.of(
                    Arrays.stream(Permission.values())
                            .map(Permission::title)
                            .sorted()
                            .collect(Collectors.joining(", ", "one of ", "")),
                    Permission::find);

    static RolePermissions of(byte[] sent) {
        var body = Body.of(sent, PERMISSIONS);
        var permissions = in(body);
        body.requireValid();
        return new RolePermissions(permissions);
    }

    /// What is wrong is left with the body.
    static Set<Permission> in(Body body) {
        return body.several(PERMISSIONS, PERMISSION);
    }
}
