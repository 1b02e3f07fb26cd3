package dev.tallyport.adapter.rest.rate;

import static dev.tallyport.domain.access.Permission.MANAGE_BILLING;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.application.pricing.RepriceThePast;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/rates/repricing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class RepricingResource {

    private final Access access;
    private final RepriceThePast repriceThePast;

    RepricingResource(Access access, RepriceThePast repriceThePast) {
        this.access = access;
        this.repriceThePast = repriceThePast;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("preview")
    @Operation(
            operationId = "previewRepricing",
            summary = "See what a change of rates would make of past costs",
            description = "Changes nothing. By month, source, organization and currency.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Repricing.class),
                            examples =
                                    @ExampleObject(
                                            name = "a price that was entered wrongly",
                                            value =
                                                    """
                                                    {
                                                      "correct": {
                                                        "id": 7,
                                                        "price": {"amount": 2.4, "currency": "USD"},
                                                        "from": "2026-01-01"
                                                      }
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "What it would come to, and the token to carry it out",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(responseCode = "404", description = "There is no such rate")
    @APIResponse(
            responseCode = "409",
            description =
                    "Rates would overlap, or it was changed meanwhile, or is the default of the"
                            + " configuration")
    public PreviewView preview(byte[] sent) {
        var viewer = access.require(MANAGE_BILLING);
        var change = Repricing.of(sent);
        return PreviewView.of(Outcomes.done(repriceThePast.preview(viewer, change)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reprice",
            summary = "Alter what past usage costs, as it was previewed",
            description =
                    "The same change with the token of its preview and a reason, which is kept in the"
                            + " audit log. What was known before can be asked for by asKnownOn.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Repricing.class),
                            examples =
                                    @ExampleObject(
                                            name = "as it was previewed",
                                            value =
                                                    """
                                                    {
                                                      "correct": {
                                                        "id": 7,
                                                        "price": {"amount": 2.4, "currency": "USD"},
                                                        "from": "2026-01-01"
                                                      },
                                                      "token": "0f8fad5b-d9cb-369f-a165-70867728950e",
                                                      "reason": "the contract says 2.40"
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "It was carried out",
            content = @Content(schema = @Schema(implementation = RepricedView.class)))
    @APIResponse(responseCode = "404", description = "There is no such rate")
    @APIResponse(
            responseCode = "409",
            description = "It is not what was previewed, or rates were changed meanwhile")
    public RepricedView carryOut(byte[] sent) {
        var viewer = access.require(MANAGE_BILLING);
        var wanted = Repricing.previewed(sent);
        var done =
                Outcomes.done(
                        repriceThePast.carryOut(
                                viewer, wanted.change(), wanted.token(), wanted.reason()));
        return new RepricedView(done.map(RateView::of).orElse(null));
    }
}
