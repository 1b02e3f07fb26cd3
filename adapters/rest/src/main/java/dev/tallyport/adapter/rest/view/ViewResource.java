package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Cursor;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.view.SaveViews;
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
import java.util.OptionalLong;
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
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Views", description = "Pages and what is asked there, saved and shared under a name")
class ViewResource {

    private final Access access;
    private final SaveViews saveViews;

    ViewResource(Access access, SaveViews saveViews) {
        this.access = access;
        this.saveViews = saveViews;
    }

    @GET
    @Operation(
            operationId = "views",
            summary = "One's own views and the shared ones, by name",
            description = "search is looked for in names, descriptions and the names of owners.")
    @Parameter(ref = "search")
    @Parameter(
            name = GivenView.SHARED,
            in = ParameterIn.QUERY,
            description = "Only those that are shared so; what is private is one's own.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"private", "everyone"}))
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = "Only what comes after this; next of the answer before.",
            schema = @Schema(type = SchemaType.STRING, maxLength = Cursor.LONGEST),
            example = ViewsQuery.EXAMPLE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The views")
    public ViewsAnswer all(@Context UriInfo request) {
        var viewer = access.viewer();
        var asked = ViewsQuery.of(request.getQueryParameters());
        return ViewsAnswer.of(
                Page.of(
                        asked.limit(),
                        most ->
                                saveViews.search(
                                        viewer,
                                        asked.search(),
                                        asked.sharing(),
                                        asked.after(),
                                        most)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "saveView",
            summary = "Save a view",
            description =
                    "A view holds a question and never an answer: whoever opens one that is shared"
                            + " is answered what they themselves may see. But they read the"
                            + " question, with whatever it names, and what its owner is called."
                            + " Whoever wants another's view for themselves saves it as their own.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewView.class),
                            examples = {
                                @ExampleObject(
                                        name = "for oneself",
                                        value =
                                                """
                                                {"name": "What I used", "path": "/me"}
                                                """),
                                @ExampleObject(
                                        name = "for everybody",
                                        value =
                                                """
                                                {
                                                  "name": "Products of the last month",
                                                  "description": "For the meeting on Mondays",
                                                  "path": "/explore",
                                                  "query": "period=last-30-days&groupBy=product&display=area",
                                                  "shared": "everyone"
                                                }
                                                """)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The view",
            content = @Content(schema = @Schema(implementation = ViewAnswer.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Whoever asks has a view of this name, or 200 views already, or asks with the"
                            + " key of the configuration, which is nobody's")
    public ViewAnswer save(byte[] sent) {
        var viewer = access.viewer();
        var view = NewView.of(sent);
        return ViewAnswer.of(Outcomes.done(saveViews.save(viewer, view)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "view", summary = "A view")
    @APIResponse(responseCode = "200", description = "The view")
    @APIResponse(
            responseCode = "404",
            description = "There is no such view, or it is somebody else's and private")
    public ViewAnswer one(@PathParam("id") long id) {
        var viewer = access.viewer();
        return ViewAnswer.of(Outcomes.done(saveViews.one(viewer, id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @Operation(
            operationId = "changeView",
            summary = "Change a view of one's own",
            description =
                    "Those who hold ManageAccountMembership make what others share private again,"
                            + " by sending it as it is but for shared.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ViewChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "another period",
                                            value =
                                                    """
                                                    {
                                                      "name": "Products of the last month",
                                                      "path": "/explore",
                                                      "query": "period=last-month&groupBy=product",
                                                      "shared": "everyone",
                                                      "version": 17
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "The view as it is now",
            content = @Content(schema = @Schema(implementation = ViewAnswer.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "It is somebody else's, and whoever asks does not hold ManageAccountMembership,"
                            + " or changes more than to make it private")
    @APIResponse(
            responseCode = "404",
            description = "There is no such view, or it is somebody else's and private")
    @APIResponse(
            responseCode = "409",
            description = "Its owner has another view of this name, or it was changed meanwhile")
    public ViewAnswer change(@PathParam("id") long id, byte[] sent) {
        var viewer = access.viewer();
        Outcomes.done(saveViews.changeable(viewer, id));
        var change = ViewChange.of(sent);
        return ViewAnswer.of(Outcomes.done(saveViews.change(viewer, id, change)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeView",
            summary = "Remove a view",
            description =
                    "One's own, or one that somebody else shares for those who hold"
                            + " ManageAccountMembership.")
    @Parameter(
            name = ViewChange.VERSION,
            in = ParameterIn.QUERY,
            description =
                    "The version that this removes: when the view is another by now, it stays.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
            example = "17")
    @APIResponse(responseCode = "204", description = "The view is gone")
    @APIResponse(
            responseCode = "403",
            description =
                    "It is somebody else's, and whoever asks does not hold ManageAccountMembership")
    @APIResponse(
            responseCode = "404",
            description = "There is no such view, or it is somebody else's and private")
    @APIResponse(responseCode = "409", description = "It was changed meanwhile")
    public void remove(@PathParam("id") long id, @Context UriInfo request) {
        var viewer = access.viewer();
        Outcomes.done(saveViews.changeable(viewer, id));
        var query = Query.of(request.getQueryParameters(), ViewChange.VERSION);
        var version =
                query.one(ViewChange.VERSION, Kind.ID)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        query.requireValid();
        Outcomes.done(saveViews.remove(viewer, id, version));
    }
}
