package dev.tallyport.adapter.rest.flag;

import static dev.tallyport.domain.access.Permission.MANAGE_ENTERPRISE_SETTINGS;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.DecisionView;
import dev.tallyport.adapter.rest.GivenScope;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.flag.AdministerFlags;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.flag.Flag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/flags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Flags", description = "Features that are off unless switched on")
class FlagResource {

    private final Access access;
    private final AdministerFlags administerFlags;

    FlagResource(Access access, AdministerFlags administerFlags) {
        this.access = access;
        this.administerFlags = administerFlags;
    }

    @GET
    @Operation(operationId = "flags", summary = "Every flag by key")
    @APIResponse(responseCode = "200", description = "The flags")
    public List<FlagView> all() {
        var viewer = access.viewer();
        return Outcomes.done(administerFlags.all(viewer)).stream().map(FlagView::of).toList();
    }

    @GET
    @Path("{key}")
    @Operation(operationId = "flag", summary = "A flag, and how it was set")
    @APIResponse(responseCode = "200", description = "The flag")
    @APIResponse(responseCode = "404", description = "There is no such flag")
    public FlagView one(@PathParam("key") String key) {
        var viewer = access.viewer();
        return FlagView.of(Outcomes.done(administerFlags.one(viewer, flag(key))));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{key}")
    @Operation(
            operationId = "defineFlag",
            summary = "Set up a flag, off, or describe it anew",
            description = "A key is lower-case letters, digits and dashes, at most 63.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FlagDescription.class)))
    @APIResponse(responseCode = "200", description = "The flag")
    @APIResponse(responseCode = "404", description = "No flag can have this key")
    public FlagView define(@PathParam("key") String key, byte[] sent) {
        var viewer = access.require(MANAGE_ENTERPRISE_SETTINGS);
        var flag = flag(key);
        var description = FlagDescription.of(sent).description();
        return FlagView.of(Outcomes.done(administerFlags.define(viewer, flag, description)));
    }

    @DELETE
    @Path("{key}")
    @Operation(operationId = "removeFlag", summary = "Remove a flag with all of its states")
    @APIResponse(responseCode = "204", description = "The flag is gone")
    @APIResponse(responseCode = "404", description = "There is no such flag")
    @APIResponse(responseCode = "409", description = "Tallyport itself asks for this flag")
    public void remove(@PathParam("key") String key) {
        var viewer = access.viewer();
        Outcomes.done(administerFlags.remove(viewer, flag(key)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{key}/state")
    @Operation(
            operationId = "setFlag",
            summary = "Switch a flag on or off somewhere",
            description = "Takes the place of the state it has there.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewState.class),
                            examples =
                                    @ExampleObject(
                                            name = "on in an organization, for a month",
                                            value =
                                                    """
                                                    {
                                                      "on": true,
                                                      "scope": {"source": "acme", "organization": "org-1"},
                                                      "from": "2026-03-01T00:00:00Z",
                                                      "until": "2026-04-01T00:00:00Z",
                                                      "reason": "pilot"
                                                    }
                                                    """)))
    @APIResponse(responseCode = "200", description = "The flag as it is now")
    @APIResponse(responseCode = "404", description = "There is no such flag")
    public FlagView set(@PathParam("key") String key, byte[] sent) {
        var viewer = access.require(MANAGE_ENTERPRISE_SETTINGS);
        var flag = flag(key);
        var wanted = NewState.of(sent);
        return FlagView.of(
                Outcomes.done(
                        administerFlags.set(
                                viewer, flag, wanted.scope(), wanted.state(), wanted.reason())));
    }

    @DELETE
    @Path("{key}/state")
    @Operation(
            operationId = "clearFlag",
            summary = "Leave a flag as it is decided elsewhere",
            description = "In an organization, or, where none is said, for the enterprise.")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "Of the organization; without both, the enterprise.",
            schema = @Schema(type = SchemaType.STRING),
            example = "acme")
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            description = "Where to leave it to what is decided elsewhere.",
            schema = @Schema(type = SchemaType.STRING),
            example = "org-1")
    @APIResponse(responseCode = "204", description = "The flag is set there no longer")
    @APIResponse(responseCode = "404", description = "There is no such flag, or no state there")
    public void clear(@PathParam("key") String key, @Context UriInfo request) {
        var viewer = access.require(MANAGE_ENTERPRISE_SETTINGS);
        var flag = flag(key);
        var query =
                Query.of(request.getQueryParameters(), GivenScope.SOURCE, GivenScope.ORGANIZATION);
        var scope = GivenScope.in(query);
        query.requireValid();
        Outcomes.done(administerFlags.clear(viewer, flag, scope));
    }

    @GET
    @Path("{key}/decision")
    @Operation(
            operationId = "decideFlag",
            summary = "How a flag is decided now, and by which rule",
            description = "For somebody who belongs to these organizations, or to none.")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "One for each organization in their order, or one for all of them.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "acme")
    @Parameter(
            name = "organization",
            in = ParameterIn.QUERY,
            description = "Repeated for several.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "org-1")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content =
                    @Content(
                            schema = @Schema(implementation = DecisionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "on in an organization",
                                            value =
                                                    """
                                                    {
                                                      "on": true,
                                                      "rule": {"kind": "organization", "source": "acme", "organization": "org-1"}
                                                    }
                                                    """)))
    @APIResponse(responseCode = "404", description = "No flag can have this key")
    public DecisionView decide(@PathParam("key") String key, @Context UriInfo request) {
        var viewer = access.toSee(Subject.SETTINGS);
        var flag = flag(key);
        var memberOf = Membership.of(request.getQueryParameters());
        return DecisionView.of(Outcomes.done(administerFlags.decide(viewer, flag, memberOf)));
    }

    private static Flag flag(String key) {
        if (!Flag.isKey(key)) {
            throw ProblemException.unknown("flag '" + key + "'");
        }
        return new Flag(key);
    }
}
