package dev.tallyport.adapter.rest.person;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.person.AdministerPeople;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/vendor-users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class VendorUserResource {

    private static final String UNLINKED = "unlinked";

    private final Access access;
    private final AdministerPeople administerPeople;

    VendorUserResource(Access access, AdministerPeople administerPeople) {
        this.access = access;
        this.administerPeople = administerPeople;
    }

    @GET
    @Operation(
            operationId = "vendorUsers",
            summary = "The vendors' users by source and id",
            description = "search is looked for in ids, names and addresses.")
    @Parameter(ref = "search")
    @Parameter(
            name = "unlinked",
            in = ParameterIn.QUERY,
            description = "Whether to leave out those who are held to be somebody.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The users")
    public List<VendorUserView> all(@Context UriInfo request) {
        var viewer = access.toSee(Subject.PEOPLE);
        var query = Query.of(request.getQueryParameters(), Query.SEARCH, UNLINKED, Query.LIMIT);
        var search = query.search();
        var unlinked = query.one(UNLINKED, Kind.TRUTH).orElse(false);
        var limit = query.limit();
        query.requireValid();
        return Outcomes.done(administerPeople.searchVendorUsers(viewer, search, unlinked, limit))
                .stream()
                .map(VendorUserView::of)
                .toList();
    }
}
