package dev.tallyport.adapter.rest.role;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.role.AdministerRoles;
import dev.tallyport.domain.access.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles", description = "Which permissions go together, and who was given them")
class RoleResource {

    private final Access access;
    private final AdministerRoles administerRoles;

    RoleResource(Access access, AdministerRoles administerRoles) {
        this.access = access;
        this.administerRoles = administerRoles;
    }

    @GET
    @Path("permissions")
    @Operation(operationId = "permissions", summary = "Every permission there is")
    @APIResponse(responseCode = "200", description = "The permissions")
    public List<PermissionView> permissions() {
        access.viewer();
        return Arrays.stream(Permission.values()).map(PermissionView::of).toList();
    }

    @GET
    @Path("roles")
    @Operation(operationId = "roles", summary = "Every role, the built-in ones first")
    @APIResponse(responseCode = "200", description = "The roles")
    public List<RoleView> all() {
        var viewer = access.viewer();
        return Outcomes.done(administerRoles.all(viewer)).stream().map(RoleView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("roles")
    @ResponseStatus(201)
    @Operation(operationId = "createRole", summary = "Create a role")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewRole.class),
                            examples =
                                    @ExampleObject(
                                            name = "a lead",
                                            value =
                                                    """
                                                    {"name": "lead", "permissions": ["ViewOrgConsumption", "ViewOrgMetrics"]}
                                                    """)))
    @APIResponse(
            responseCode = "201",
            description = "The role",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "409", description = "There is a role of this name")
    public RoleView create(byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var role = NewRole.of(sent);
        return RoleView.of(
                Outcomes.done(administerRoles.create(viewer, role.name(), role.permissions())));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("roles/{name}")
    @Operation(
            operationId = "changeRole",
            summary = "Change what a role allows",
            description = "For everybody who has it, from their next request on.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RolePermissions.class)))
    @APIResponse(responseCode = "200", description = "The role as it is now")
    @APIResponse(responseCode = "404", description = "There is no such role")
    @APIResponse(
            responseCode = "409",
            description = "The role is built in, or nobody could manage membership any more")
    public RoleView change(@PathParam("name") String name, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var permissions = RolePermissions.of(sent).permissions();
        return RoleView.of(Outcomes.done(administerRoles.change(viewer, name, permissions)));
    }

    @DELETE
    @Path("roles/{name}")
    @Operation(operationId = "removeRole", summary = "Remove a role, and take it from everybody")
    @APIResponse(responseCode = "204", description = "The role is gone")
    @APIResponse(responseCode = "404", description = "There is no such role")
    @APIResponse(
            responseCode = "409",
            description = "The role is built in, or nobody could manage membership any more")
    public void remove(@PathParam("name") String name) {
        var viewer = access.viewer();
        Outcomes.done(administerRoles.remove(viewer, name));
    }
}
