package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.outcome.NotNowException;
import dev.tallyport.application.reporting.FindCycles;
import dev.tallyport.application.reporting.FindUser;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// `/v2/enterprise/consumption`, as documented under `docs.devin.ai/api-reference/v2/consumption`.
@Path("/v2/enterprise/consumption")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Devin v2: consumption",
        description =
                "Devin's own dialect, for clients written for Devin. Billing days begin at"
                        + " 08:00:00 UTC. Also served under /api/v2.")
@APIResponse(
        responseCode = "401",
        description = "Nobody is asking: no key, or one that nobody has",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@APIResponse(
        responseCode = "403",
        description = "Somebody is asking who may not see this",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@APIResponse(
        responseCode = "503",
        description = "There is no answer for now, for want of time",
        content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
class ConsumptionResource {

    private final Access access;
    private final DailyConsumption dailyConsumption;
    private final FindCycles findCycles;
    private final FindUser findUser;
    private final InstantSource clock;

    ConsumptionResource(
            Access access,
            DailyConsumption dailyConsumption,
            FindCycles findCycles,
            FindUser findUser,
            InstantSource clock) {
        this.access = access;
        this.dailyConsumption = dailyConsumption;
        this.findCycles = findCycles;
        this.findUser = findUser;
        this.clock = clock;
    }

    @GET
    @Path("cycles")
    @Operation(
            operationId = "devinConsumptionCycles",
            summary = "Billing cycles",
            description = "The vendor's own billing cycles, oldest first, through the current one.")
    @APIResponse(
            responseCode = "200",
            description = "The cycles",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = ConsumptionCycle.class),
                            examples =
                                    @ExampleObject(
                                            name = "cycles",
                                            value =
                                                    "[{\"start\": \"2025-12-16T08:00:00Z\","
                                                            + " \"end\": \"2026-01-16T08:00:00Z\"}]")))
    public List<ConsumptionCycle> cycles() {
        access.visibility();
        var cycles = findCycles.of(Devin.CONNECTOR);
        return cycles.throughCurrent().stream()
                .map(cycle -> ConsumptionCycle.of(cycle, cycles.calendar()))
                .toList();
    }

    @GET
    @Path("daily")
    @Operation(
            operationId = "devinDailyConsumption",
            summary = "Daily consumption of the enterprise",
            description = "Defaults to the current billing cycle.")
    @APIResponse(
            responseCode = "200",
            description = "What the enterprise used",
            content =
                    @Content(
                            schema = @Schema(implementation = EnterpriseConsumption.class),
                            examples =
                                    @ExampleObject(
                                            name = "enterprise",
                                            value =
                                                    """
                                                    {
                                                      "total_acus": 15.25,
                                                      "consumption_by_date": {"2025-12-05": 12.25, "2025-12-06": 3.0},
                                                      "consumption_by_org_id": {"org-1": 15.25},
                                                      "consumption_by_user": {"email|1": 15.25}
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "422",
            description = "Parameters that are wrong, all of them",
            content = @Content(schema = @Schema(implementation = HttpValidationError.class)))
    public EnterpriseConsumption daily(@BeanParam ConsumptionParameters parameters) {
        return EnterpriseConsumption.of(consumption(parameters, Optional.empty()));
    }

    /// An id may hold any character, a slash too, encoded or not.
    @GET
    @Path("daily/{user_id: .+}")
    @Operation(
            operationId = "devinUserDailyConsumption",
            summary = "Daily consumption of a user",
            description = "Defaults to the current billing cycle.")
    @APIResponse(
            responseCode = "200",
            description = "What the user used",
            content =
                    @Content(
                            schema = @Schema(implementation = UserConsumption.class),
                            examples =
                                    @ExampleObject(
                                            name = "user",
                                            value =
                                                    """
                                                    {
                                                      "total_acus": 12.25,
                                                      "consumption_by_date": {"2025-12-05": 12.25},
                                                      "consumption_by_org_id": {"org-1": 12.25}
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "404",
            description = "A user nobody knows",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @APIResponse(
            responseCode = "422",
            description = "Parameters that are wrong, all of them",
            content = @Content(schema = @Schema(implementation = HttpValidationError.class)))
    public UserConsumption dailyOfUser(
            @PathParam("user_id") @Parameter(description = "The user's id.", example = "email|1")
                    String user,
            @BeanParam ConsumptionParameters parameters) {
        return UserConsumption.of(consumption(parameters, Optional.of(user)));
    }

    /// In the vendor's shape what the rest of the application answers in another one.
    @ServerExceptionMapper
    public Response notNow(NotNowException exception) {
        return Refusal.notNow(exception).response();
    }

    private Consumption consumption(ConsumptionParameters parameters, Optional<String> user) {
        var visibility = user.isPresent() ? access.visibilityOfUser() : access.visibility();
        var period = Period.of(parameters);
        if (user.isPresent() && !findUser.isKnown(visibility, Devin.CONNECTOR, user.get())) {
            throw Refusal.unknownUser();
        }
        return dailyConsumption.of(
                visibility,
                period.window(clock.instant(), () -> findCycles.of(Devin.CONNECTOR)),
                user,
                parameters.organizations());
    }
}
