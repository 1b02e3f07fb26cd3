package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.UsageAnswers;
import dev.tallyport.adapter.rest.UsageView;
import dev.tallyport.application.oneself.DescribeOneself;
import dev.tallyport.application.oneself.FindViewers;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "What is one's own")
class MeResource {

    private final Access access;
    private final UsageAnswers answers;
    private final DescribeOneself describeOneself;
    private final FindViewers findViewers;

    MeResource(
            Access access,
            UsageAnswers answers,
            DescribeOneself describeOneself,
            FindViewers findViewers) {
        this.access = access;
        this.answers = answers;
        this.describeOneself = describeOneself;
        this.findViewers = findViewers;
    }

    @GET
    @Operation(operationId = "me", summary = "What is known of whoever asks")
    @APIResponse(
            responseCode = "200",
            description = "Whoever asks",
            content =
                    @Content(
                            schema = @Schema(implementation = MeView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a developer",
                                            value =
                                                    """
                                                    {
                                                      "principal": "person:7",
                                                      "name": "Ada Lovelace",
                                                      "account": {
                                                        "login": "ada",
                                                        "address": "ada@example.com",
                                                        "addressVerified": true,
                                                        "local": true,
                                                        "passwordHere": true
                                                      },
                                                      "permissions": [{"permission": "ViewPersonalAnalytics", "scope": null}],
                                                      "sees": {
                                                        "audit-log": "none",
                                                        "consumption": "own",
                                                        "costs": "own",
                                                        "metrics": "own",
                                                        "organizations": "none",
                                                        "people": "none",
                                                        "roles": "none",
                                                        "service-users": "none",
                                                        "sessions": "own",
                                                        "settings": "none",
                                                        "sources": "none"
                                                      },
                                                      "linkedTo": [{"source": "acme", "user": "email|1", "name": "Ada Lovelace", "address": "ada@example.com"}],
                                                      "memberOf": [{"source": "acme", "organization": "org-1", "name": "Platform"}],
                                                      "personalAnalytics": {"on": true, "rule": {"kind": "enterprise"}, "shown": true, "missing": []}
                                                    }
                                                    """)))
    public MeView me() {
        var viewer = access.viewer();
        return MeView.of(viewer, describeOneself.of(viewer));
    }

    @GET
    @Path("viewers")
    @Operation(
            operationId = "myViewers",
            summary = "Who else may see one's own",
            description =
                    "People, service users and groups of the identity provider that were given a"
                            + " role which shows consumption, costs, metrics or sessions of whoever"
                            + " asks: for the enterprise, or for an organization or project that"
                            + " they belong to or have usage in. People and service users that can"
                            + " do nothing are left out. Not known here, and not in it, are those"
                            + " whom the identity provider alone makes administrators, and whoever"
                            + " runs this installation.")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(
            responseCode = "200",
            description = "Everybody who may",
            content =
                    @Content(
                            schema = @Schema(implementation = ViewersView.class),
                            examples =
                                    @ExampleObject(
                                            name = "a lead and a group",
                                            value =
                                                    """
                                                    {
                                                      "viewers": [
                                                        {
                                                          "kind": "group",
                                                          "name": "finance",
                                                          "by": [{"role": "billing", "scope": null, "sees": ["consumption", "costs"]}]
                                                        },
                                                        {
                                                          "kind": "person",
                                                          "name": "Grace Hopper",
                                                          "by": [{
                                                            "role": "admin",
                                                            "scope": {"source": "acme", "organization": "org-1", "name": "Platform"},
                                                            "sees": ["consumption", "costs", "metrics", "sessions"]
                                                          }]
                                                        }
                                                      ],
                                                      "next": null
                                                    }
                                                    """)))
    public ViewersView viewers(@Context UriInfo request) {
        var viewer = access.viewer();
        var query = Query.of(request.getQueryParameters(), Query.AFTER, Query.LIMIT);
        var before = query.one(Query.AFTER, Kind.ID).orElse(0L);
        var limit = query.limit();
        query.requireValid();
        var all = findViewers.of(viewer);
        return ViewersView.of(
                Page.of(limit, most -> all.stream().skip(before).limit(most).toList()), before);
    }

    @GET
    @Path("usage")
    @Operation(
            operationId = "myUsage",
            summary = "One's own usage",
            description =
                    "Asked and answered as /api/v1/usage, and of nobody but whoever asks, whatever"
                            + " else they may see. Without rows and total for somebody whom no"
                            + " vendor knows.")
    @Parameter(ref = "period")
    @Parameter(ref = "from")
    @Parameter(ref = "to")
    @Parameter(ref = "calendar")
    @Parameter(ref = "compare")
    @Parameter(ref = "meter")
    @Parameter(ref = "bucket")
    @Parameter(ref = "groupBy")
    @Parameter(ref = "user")
    @Parameter(ref = "person")
    @Parameter(ref = "organization")
    @Parameter(ref = "product")
    @Parameter(ref = "model")
    @Parameter(ref = "activity")
    @Parameter(ref = "source")
    @Parameter(ref = "connector")
    @Parameter(ref = "order")
    @Parameter(ref = "top")
    @Parameter(ref = "asKnownOn")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "next of the page before. Refused with 409 when the data changed since.",
            schema = @Schema(type = SchemaType.STRING),
            example = "4711-1000")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many rows at most; by default all.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000"))
    @APIResponse(responseCode = "200", description = "The answer")
    @APIResponse(
            responseCode = "403",
            description = "Whoever asks does not hold ViewPersonalAnalytics")
    @APIResponse(
            responseCode = "404",
            description = "The flag expose-personal-analytics is off for whoever asks")
    @APIResponse(responseCode = "409", description = "The data changed since the page before")
    public UsageView usage(@Context UriInfo request) {
        var viewer = requireBothGates();
        return answers.page(viewer, viewer.oneself(), request.getQueryParameters());
    }

    /// Where the flag is off, there is nothing here for anybody, whatever they may do.
    private Viewer requireBothGates() {
        var viewer = access.viewer();
        if (!viewer.personalAnalytics().on()) {
            throw ProblemException.unknownPath();
        }
        return access.require(Permission.VIEW_PERSONAL_ANALYTICS);
    }
}
