package dev.tallyport.adapter.rest.rate;

import static dev.tallyport.domain.access.Permission.MANAGE_BILLING;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.pricing.AdministerRates;
import dev.tallyport.application.pricing.RateChange;
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
import java.util.List;
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

@Path("/api/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates", description = "What usage costs, from when until when")
class RateResource {

    private static final String UNTIL = "until";

    private final Access access;
    private final AdministerRates administerRates;

    RateResource(Access access, AdministerRates administerRates) {
        this.access = access;
        this.administerRates = administerRates;
    }

    @GET
    @Operation(
            operationId = "rates",
            summary = "The rates that are known now",
            description =
                    "With the default of the configuration. Rates of organizations whose costs"
                            + " whoever asks does not see are left out.")
    @APIResponse(responseCode = "200", description = "The rates")
    public List<RateView> all() {
        var viewer = access.viewer();
        return Outcomes.done(administerRates.all(viewer)).stream().map(RateView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "addRate",
            summary = "Say what usage costs from a day on",
            description =
                    "From today on or later, unless it is the first rate of its meter: what is past"
                            + " keeps its price, and is re-priced by /rates/repricing alone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewRate.class),
                            examples = {
                                @ExampleObject(
                                        name = "of every ACU",
                                        value =
                                                """
                                                {
                                                  "meter": "acus",
                                                  "unit": "ACU",
                                                  "price": {"amount": 2.25, "currency": "USD"},
                                                  "from": "2026-12-01"
                                                }
                                                """),
                                @ExampleObject(
                                        name = "of an organization's Cascade",
                                        value =
                                                """
                                                {
                                                  "meter": "acus",
                                                  "unit": "ACU",
                                                  "source": "acme",
                                                  "organization": "org-1",
                                                  "product": "cascade",
                                                  "price": {"amount": 1.9, "currency": "USD"},
                                                  "from": "2026-12-01",
                                                  "until": "2027-12-01"
                                                }
                                                """)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The rate",
            content = @Content(schema = @Schema(implementation = RateView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It would alter the past, or overlap another rate of the same usage")
    public RateView add(byte[] sent) {
        var viewer = access.require(MANAGE_BILLING);
        var terms = NewRate.of(sent);
        return RateView.of(Outcomes.done(administerRates.add(viewer, terms)));
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "rate",
            summary = "Every version of a rate, the first one first",
            description = "The last one is known now unless it says since when it is not.")
    @APIResponse(responseCode = "200", description = "The versions")
    @APIResponse(responseCode = "404", description = "There is no such rate")
    public List<RateView> one(@PathParam("id") long id) {
        var viewer = access.viewer();
        return Outcomes.done(administerRates.history(viewer, id)).stream()
                .map(RateView::of)
                .toList();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @Operation(
            operationId = "correctRate",
            summary = "Give a rate another price or other days",
            description = "As long as nothing changes for the days that are past.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RateCorrection.class),
                            examples =
                                    @ExampleObject(
                                            name = "another price",
                                            value =
                                                    """
                                                    {
                                                      "price": {"amount": 2.1, "currency": "USD"},
                                                      "from": "2026-12-01",
                                                      "version": 17
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "The rate as it is now",
            content = @Content(schema = @Schema(implementation = RateView.class)))
    @APIResponse(responseCode = "404", description = "There is no such rate")
    @APIResponse(
            responseCode = "409",
            description =
                    "It would alter the past, or overlap another rate, or it was changed meanwhile,"
                            + " or is the default of the configuration")
    public RateView correct(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_BILLING);
        var correction = RateCorrection.of(id, sent);
        return RateView.of(Outcomes.done(administerRates.correct(viewer, correction)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "endRate",
            summary = "End a rate",
            description =
                    "What was used before keeps its price. A rate that would have no day left is"
                            + " withdrawn.")
    @Parameter(
            name = UNTIL,
            in = ParameterIn.QUERY,
            description = "The first day that it does not apply to any more; by default today.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2026-12-01")
    @Parameter(
            name = RateCorrection.VERSION,
            in = ParameterIn.QUERY,
            description = "The version that this ends: when the rate is another by now, it stays.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"),
            example = "3")
    @APIResponse(responseCode = "204", description = "The rate ends")
    @APIResponse(responseCode = "404", description = "There is no such rate")
    @APIResponse(
            responseCode = "409",
            description =
                    "It would alter the past, or overlap another rate, or it was changed meanwhile,"
                            + " or is the default of the configuration")
    public void end(@PathParam("id") long id, @Context UriInfo request) {
        var viewer = access.require(MANAGE_BILLING);
        var query = Query.of(request.getQueryParameters(), UNTIL, RateCorrection.VERSION);
        var until = query.one(UNTIL, Kind.DAY);
        var version =
                query.one(RateCorrection.VERSION, Kind.ID)
                        .map(OptionalLong::of)
                        .orElseGet(OptionalLong::empty);
        query.requireValid();
        Outcomes.done(administerRates.end(viewer, new RateChange.End(id, until, version)));
    }
}
