package dev.tallyport.adapter.rest.organization;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.application.source.FindOrganizations;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organizations", description = "The vendors' organizations and projects")
class OrganizationResource {

    private final Access access;
    private final FindOrganizations findOrganizations;

    OrganizationResource(Access access, FindOrganizations findOrganizations) {
        this.access = access;
        this.findOrganizations = findOrganizations;
    }

    @GET
    @Operation(
            operationId = "organizations",
            summary = "The organizations and projects that whoever asks may see, by source and id")
    @APIResponse(responseCode = "200", description = "The organizations and projects")
    public List<OrganizationView> all() {
        return findOrganizations.all(access.visibility(Subject.ORGANIZATIONS)).stream()
                .map(OrganizationView::of)
                .toList();
    }
}
