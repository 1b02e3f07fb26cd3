package dev.tallyport.adapter.rest.role;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_SERVICE_USERS;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.role.GiveRoles;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/role-assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
class RoleAssignmentResource {

    private final Access access;
    private final GiveRoles giveRoles;

    RoleAssignmentResource(Access access, GiveRoles giveRoles) {
        this.access = access;
        this.giveRoles = giveRoles;
    }

    @GET
    @Operation(
            operationId = "roleAssignments",
            summary = "Every role that was given, in that order",
            description = "Those who only manage service users see theirs.")
    @APIResponse(responseCode = "200", description = "The assignments")
    public List<AssignmentView> all() {
        var viewer = access.viewer();
        return Outcomes.done(giveRoles.all(viewer)).stream().map(AssignmentView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "giveRole",
            summary = "Give a role",
            description =
                    "Those who only manage service users give them what they hold themselves."
                            + " Giving what was given changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewAssignment.class),
                            examples = {
                                @ExampleObject(
                                        name = "to a group, everywhere",
                                        value =
                                                """
                                                {"to": {"group": "engineering"}, "role": "member"}
                                                """),
                                @ExampleObject(
                                        name = "to a person, in an organization",
                                        value =
                                                """
                                                {
                                                  "to": {"person": 7},
                                                  "role": "lead",
                                                  "scope": {"source": "acme", "organization": "org-1"}
                                                }
                                                """)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = AssignmentView.class)))
    public AssignmentView give(byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP, MANAGE_ACCOUNT_SERVICE_USERS);
        var wanted = NewAssignment.of(sent);
        return AssignmentView.of(
                Outcomes.done(giveRoles.give(viewer, wanted.to(), wanted.role(), wanted.scope())));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "takeRole", summary = "Take a role away again")
    @APIResponse(responseCode = "204", description = "The role was taken")
    @APIResponse(responseCode = "404", description = "There is no such assignment")
    @APIResponse(responseCode = "409", description = "Nobody could manage membership any more")
    public void take(@PathParam("id") long id) {
        var viewer = access.viewer();
        Outcomes.done(giveRoles.take(viewer, id));
    }
}
