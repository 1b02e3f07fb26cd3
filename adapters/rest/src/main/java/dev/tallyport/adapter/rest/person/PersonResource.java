package dev.tallyport.adapter.rest.person;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.UserId;
import dev.tallyport.application.person.AdministerPeople;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "Who is who")
class PersonResource {

    private final Access access;
    private final AdministerPeople administerPeople;

    PersonResource(Access access, AdministerPeople administerPeople) {
        this.access = access;
        this.administerPeople = administerPeople;
    }

    @GET
    @Operation(
            operationId = "people",
            summary = "People by name",
            description = "search is looked for in names and in the addresses of accounts.")
    @Parameter(ref = "search")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The people")
    public PeopleView all(@Context UriInfo request) {
        var viewer = access.toSee(Subject.PEOPLE);
        var query = Query.of(request.getQueryParameters(), Query.SEARCH, Query.AFTER, Query.LIMIT);
        var search = query.search();
        var after = query.one(Query.AFTER, Kind.ID).map(Principal.Person::new);
        var limit = query.limit();
        query.requireValid();
        return PeopleView.of(
                Page.of(
                        limit,
                        most ->
                                Outcomes.done(
                                        administerPeople.search(viewer, search, after, most))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "createPerson", summary = "Make somebody known")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewPerson.class)))
    @APIResponse(
            responseCode = "201",
            description = "The person",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public PersonView create(byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var person = NewPerson.of(sent);
        return PersonView.of(Outcomes.done(administerPeople.create(viewer, person.name())));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "person", summary = "A person, and everything linked to them")
    @APIResponse(responseCode = "200", description = "The person")
    @APIResponse(responseCode = "404", description = "There is no such person")
    public DescribedView one(@PathParam("id") long id) {
        var viewer = access.viewer();
        return DescribedView.of(
                Outcomes.done(administerPeople.one(viewer, new Principal.Person(id))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/links")
    @ResponseStatus(201)
    @Operation(
            operationId = "linkPerson",
            summary = "Say what a vendor knows somebody as",
            description = "A user who is linked already must be detached first.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = UserId.class)))
    @APIResponse(
            responseCode = "201",
            description = "The person, and everything linked to them",
            content = @Content(schema = @Schema(implementation = DescribedView.class)))
    @APIResponse(responseCode = "404", description = "There is no such person")
    @APIResponse(responseCode = "409", description = "The user is linked already")
    public DescribedView link(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var user = SentUser.of(sent);
        return DescribedView.of(
                Outcomes.done(administerPeople.link(viewer, new Principal.Person(id), user)));
    }

    @DELETE
    @Path("{id}/links")
    @Operation(
            operationId = "detachPerson",
            summary = "Say that a vendor's user is somebody else",
            description = "The journal keeps both.")
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            required = true,
            description = "The source that knows the user.",
            schema = @Schema(type = SchemaType.STRING),
            example = "acme")
    @Parameter(
            name = "user",
            in = ParameterIn.QUERY,
            required = true,
            description = "The vendor's id of the user.",
            schema = @Schema(type = SchemaType.STRING),
            example = "email|1")
    @APIResponse(responseCode = "204", description = "They are linked no longer")
    @APIResponse(responseCode = "404", description = "There is no such person, or no such link")
    public void detach(@PathParam("id") long id, @Context UriInfo request) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var user = SentUser.of(request.getQueryParameters());
        Outcomes.done(administerPeople.detach(viewer, new Principal.Person(id), user));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}/merged-into")
    @Operation(
            operationId = "mergePerson",
            summary = "Say that somebody is somebody else who is known",
            description = "What is the one's, roles included, is the other's until separated.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = Merge.class)))
    @APIResponse(responseCode = "200", description = "The other, with everything linked to them")
    @APIResponse(responseCode = "404", description = "There is no such person")
    @APIResponse(
            responseCode = "409",
            description =
                    "One of them is merged already, or nobody could manage membership any more")
    public DescribedView merge(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var into = new Principal.Person(Merge.of(sent).person());
        return DescribedView.of(
                Outcomes.done(administerPeople.merge(viewer, new Principal.Person(id), into)));
    }

    @DELETE
    @Path("{id}/merged-into")
    @Operation(operationId = "separatePerson", summary = "Take a merge back")
    @APIResponse(responseCode = "204", description = "They are somebody of their own again")
    @APIResponse(responseCode = "404", description = "There is no such person")
    @APIResponse(
            responseCode = "409",
            description = "They are merged into nobody, or nobody could manage membership any more")
    public void separate(@PathParam("id") long id) {
        var viewer = access.viewer();
        Outcomes.done(administerPeople.separate(viewer, new Principal.Person(id)));
    }
}
