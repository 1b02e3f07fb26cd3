package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.reporting.Choices;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.application.reporting.FindChoices;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.usage.Dimension;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/filters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Filters",
        description =
                "What questions can be filtered by, as far as whoever asks may see usage of it, by"
                        + " label")
class ChoiceResource {

    private static final String AFTER = "Only what comes after this; next of the answer before.";

    private static final String PLACE = "RGV2aW4.ZGV2aW4";

    private final Access access;
    private final FindChoices findChoices;

    ChoiceResource(Access access, FindChoices findChoices) {
        this.access = access;
        this.findChoices = findChoices;
    }

    @GET
    @Path("users")
    @Operation(
            operationId = "userChoices",
            summary = "The vendors' users",
            description =
                    "Those who have usage that may be seen, or are listed in an organization that"
                            + " may. search is looked for in ids, names and addresses.")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The users")
    public UserChoices users(@Context UriInfo request) {
        return UserChoices.of(page(request, findChoices::users));
    }

    @GET
    @Path("people")
    @Operation(
            operationId = "personChoices",
            summary = "People, and the vendors' users who are held to be nobody",
            description =
                    "search is looked for in names, and in ids, names and addresses of users.")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The people")
    public PersonChoices people(@Context UriInfo request) {
        return PersonChoices.of(page(request, findChoices::people));
    }

    @GET
    @Path("organizations")
    @Operation(
            operationId = "organizationChoices",
            summary = "Organizations and projects",
            description = "search is looked for in ids and names.")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The organizations and projects")
    public OrganizationChoices organizations(@Context UriInfo request) {
        return OrganizationChoices.of(page(request, findChoices::organizations));
    }

    @GET
    @Path("products")
    @Operation(operationId = "productChoices", summary = "Products")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The products")
    public NameChoices products(@Context UriInfo request) {
        return names(request, Dimension.PRODUCT);
    }

    @GET
    @Path("models")
    @Operation(operationId = "modelChoices", summary = "Models")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The models")
    public NameChoices models(@Context UriInfo request) {
        return names(request, Dimension.MODEL);
    }

    @GET
    @Path("activities")
    @Operation(operationId = "activityChoices", summary = "Activities")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The activities")
    public NameChoices activities(@Context UriInfo request) {
        return names(request, Dimension.ACTIVITY);
    }

    @GET
    @Path("sources")
    @Operation(
            operationId = "sourceChoices",
            summary = "Sources",
            description = "search is looked for in names, and in names of connectors.")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The sources")
    public SourceChoices sources(@Context UriInfo request) {
        return SourceChoices.of(page(request, findChoices::sources));
    }

    @GET
    @Path("meters")
    @Operation(
            operationId = "meterChoices",
            summary = "What is measured",
            description = "search is looked for in ids and labels.")
    @Parameter(ref = "search")
    @Parameter(
            name = Query.AFTER,
            in = ParameterIn.QUERY,
            description = AFTER,
            schema = @Schema(type = SchemaType.STRING),
            example = PLACE)
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The meters")
    public MeterChoices meters(@Context UriInfo request) {
        return MeterChoices.of(page(request, findChoices::meters));
    }

    private NameChoices names(UriInfo request, Dimension dimension) {
        Page<Choices.Name> page =
                page(request, (viewer, wanted) -> findChoices.names(viewer, dimension, wanted));
        return NameChoices.of(page);
    }

    private <T> Page<T> page(UriInfo request, BiFunction<Viewer, Wanted, List<T>> list) {
        var viewer = access.toSee(Subject.CONSUMPTION);
        return ChoiceQuery.page(request.getQueryParameters(), wanted -> list.apply(viewer, wanted));
    }
}
