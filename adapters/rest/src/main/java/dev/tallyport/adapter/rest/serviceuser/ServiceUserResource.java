package dev.tallyport.adapter.rest.serviceuser;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_SERVICE_USERS;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.serviceuser.AdministerServiceUsers;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.domain.access.Principal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/service-users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Service users", description = "Programs and the keys they ask with")
class ServiceUserResource {

    private final Access access;
    private final AdministerServiceUsers administerServiceUsers;
    private final InstantSource clock;

    ServiceUserResource(
            Access access, AdministerServiceUsers administerServiceUsers, InstantSource clock) {
        this.access = access;
        this.administerServiceUsers = administerServiceUsers;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "serviceUsers", summary = "Service users by name")
    @APIResponse(responseCode = "200", description = "The service users")
    public List<ServiceUserView> all() {
        var viewer = access.viewer();
        return Outcomes.done(administerServiceUsers.all(viewer)).stream()
                .map(ServiceUserView::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "createServiceUser",
            summary = "Create a service user",
            description = "It may nothing until it is given a role, and asks with a key.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewServiceUser.class)))
    @APIResponse(
            responseCode = "201",
            description = "The service user",
            content = @Content(schema = @Schema(implementation = ServiceUserView.class)))
    @APIResponse(responseCode = "409", description = "The name is taken")
    public ServiceUserView create(byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_SERVICE_USERS);
        var wanted = NewServiceUser.of(sent);
        return ServiceUserView.of(
                Outcomes.done(
                        administerServiceUsers.create(viewer, wanted.name(), wanted.expiresAt())));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "serviceUser", summary = "A service user")
    @APIResponse(responseCode = "200", description = "The service user")
    @APIResponse(responseCode = "404", description = "There is no such service user")
    public ServiceUserView one(@PathParam("id") long id) {
        var viewer = access.viewer();
        return ServiceUserView.of(Outcomes.done(administerServiceUsers.one(viewer, user(id))));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @Operation(
            operationId = "changeServiceUser",
            summary = "Change a service user",
            description =
                    "What is absent stays as it is. Whoever changes one must hold all that it"
                            + " holds.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ServiceUserChange.class),
                            examples =
                                    @ExampleObject(name = "off", value = "{\"enabled\": false}")))
    @APIResponse(responseCode = "200", description = "The service user as it is now")
    @APIResponse(responseCode = "404", description = "There is no such service user")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public ServiceUserView change(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_SERVICE_USERS);
        var now = Outcomes.done(administerServiceUsers.one(viewer, user(id)));
        var change = ServiceUserChange.of(sent, now);
        return ServiceUserView.of(
                Outcomes.done(
                        administerServiceUsers.change(
                                viewer,
                                user(id),
                                change.name(),
                                change.enabled(),
                                change.expiresAt())));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeServiceUser",
            summary = "Remove a service user",
            description =
                    "Its keys are worth nothing any more, and its views and preferences are gone.")
    @APIResponse(responseCode = "204", description = "The service user is gone")
    @APIResponse(responseCode = "404", description = "There is no such service user")
    public void remove(@PathParam("id") long id) {
        var viewer = access.viewer();
        Outcomes.done(administerServiceUsers.remove(viewer, user(id)));
    }

    @GET
    @Path("{id}/keys")
    @Operation(operationId = "keys", summary = "A service user's keys, the latest first")
    @APIResponse(responseCode = "200", description = "The keys, without the keys themselves")
    @APIResponse(responseCode = "404", description = "There is no such service user")
    public List<KeyView> keys(@PathParam("id") long id) {
        var viewer = access.viewer();
        var now = clock.instant();
        return Outcomes.done(administerServiceUsers.keys(viewer, user(id))).stream()
                .map(key -> KeyView.of(key, now))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/keys")
    @ResponseStatus(201)
    @Operation(
            operationId = "issueKey",
            summary = "Issue a key",
            description = "The answer is the only place that the key itself is ever in.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewKey.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = IssuedKeyView.class)))
    @APIResponse(responseCode = "404", description = "There is no such service user")
    public IssuedKeyView issue(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_SERVICE_USERS);
        var wanted = NewKey.of(sent);
        return IssuedKeyView.of(
                Outcomes.done(
                        administerServiceUsers.issue(
                                viewer, user(id), wanted.name(), wanted.expiresAt())),
                clock.instant());
    }

    @DELETE
    @Path("{id}/keys/{key}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "From the next request on it is worth nothing.")
    @APIResponse(responseCode = "204", description = "The key is revoked")
    @APIResponse(responseCode = "404", description = "There is no such service user or key")
    @APIResponse(responseCode = "409", description = "It was revoked before")
    public void revoke(@PathParam("id") long id, @PathParam("key") long key) {
        var viewer = access.viewer();
        Outcomes.done(administerServiceUsers.revoke(viewer, user(id), new KeyId(key)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/keys/{key}/rotation")
    @ResponseStatus(201)
    @Operation(
            operationId = "rotateKey",
            summary = "Replace a key",
            description =
                    "Issues another one; the old one stays good for the overlap, at most until its"
                            + " own expiry.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Rotation.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content = @Content(schema = @Schema(implementation = IssuedKeyView.class)))
    @APIResponse(responseCode = "404", description = "There is no such service user or key")
    @APIResponse(responseCode = "409", description = "The key is not good any more")
    public IssuedKeyView rotate(@PathParam("id") long id, @PathParam("key") long key, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_SERVICE_USERS);
        var wanted = Rotation.of(sent);
        return IssuedKeyView.of(
                Outcomes.done(
                        administerServiceUsers.rotate(
                                viewer,
                                user(id),
                                new KeyId(key),
                                wanted.overlap(),
                                wanted.expiresAt())),
                clock.instant());
    }

    private static Principal.ServiceUser user(long id) {
        return new Principal.ServiceUser(id);
    }
}
