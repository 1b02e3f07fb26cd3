package dev.tallyport.adapter.rest.session;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.application.account.ChangePassword;
import dev.tallyport.application.account.CurrentSession;
import dev.tallyport.application.account.CurrentSession.Session;
import dev.tallyport.application.account.SignIn;
import dev.tallyport.application.account.SignIn.Attempt;
import dev.tallyport.application.account.SignInWays;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Signing in, and who is signed in")
class SessionResource {

    private static final String SWITCHED_OFF =
            "Local accounts are switched off; sign in through the identity provider";

    private final Access access;
    private final CurrentSession currentSession;
    private final SignIn signIn;
    private final ChangePassword changePassword;
    private final SignInWays signInWays;
    private final InstantSource clock;

    SessionResource(
            Access access,
            CurrentSession currentSession,
            SignIn signIn,
            ChangePassword changePassword,
            SignInWays signInWays,
            InstantSource clock) {
        this.access = access;
        this.currentSession = currentSession;
        this.signIn = signIn;
        this.changePassword = changePassword;
        this.signInWays = signInWays;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("session")
    @SecurityRequirements
    @Operation(
            operationId = "signIn",
            summary = "Sign in to a local account",
            description = "Answers a cookie that is to be sent along from then on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Credentials.class),
                            examples =
                                    @ExampleObject(
                                            name = "first sign-in",
                                            value =
                                                    """
                                                    {"login": "admin", "password": "as printed at the first start"}
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            headers =
                    @Header(
                            name = "Set-Cookie",
                            description = "The session",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = StartedView.class)))
    @APIResponse(responseCode = "401", description = "Login or password is wrong")
    @APIResponse(responseCode = "403", description = "Local accounts are switched off")
    @APIResponse(
            responseCode = "429",
            description = "Too many attempts",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds to wait",
                            schema = @Schema(implementation = Integer.class)))
    public RestResponse<StartedView> signIn(@Context UriInfo request, byte[] sent) {
        var credentials = Credentials.of(sent);
        return switch (signIn.withPassword(credentials.login(), credentials.password())) {
            case Attempt.SignedIn(var token, var until) -> {
                var left = Duration.between(clock.instant(), until);
                yield RestResponse.ResponseBuilder.ok(new StartedView(until))
                        .cookie(SessionCookie.of(token, left, isSecure(request)))
                        .build();
            }
            case Attempt.Refused() ->
                    throw ProblemException.unauthorized("Login or password is wrong");
            case Attempt.TooMany(var retryAfter) ->
                    throw ProblemException.tooMany(
                            "Too many attempts to sign in; wait a while", retryAfter);
            case Attempt.SwitchedOff() -> throw ProblemException.forbidden(SWITCHED_OFF);
        };
    }

    @GET
    @Path("session/ways")
    @SecurityRequirements
    @Operation(operationId = "signInWays", summary = "How people can sign in here")
    @APIResponse(responseCode = "200", description = "The ways there are")
    public WaysView ways() {
        return new WaysView(signInWays.password(), signInWays.provider());
    }

    @GET
    @Path("session")
    @Operation(operationId = "session", summary = "Who is asking, and what they may do")
    @APIResponse(responseCode = "200", description = "Who is asking")
    public SessionView session() {
        return SessionView.of(access.viewer(), currentSession.session());
    }

    @DELETE
    @Path("session")
    @Operation(operationId = "signOut", summary = "Sign out of a local account")
    @APIResponse(responseCode = "204", description = "The session ended")
    @APIResponse(
            responseCode = "409",
            description =
                    "There is no session to end here: the request has a key, or the session is the"
                            + " identity provider's and ends at /sign-out")
    public RestResponse<Void> signOut(@Context UriInfo request) {
        var viewer = access.viewer();
        var session = requireSession();
        if (!session.local()) {
            throw ProblemException.conflict(
                    "This session is the identity provider's; it ends at /sign-out");
        }
        signIn.out(viewer, session);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(SessionCookie.cleared(isSecure(request)))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("session/password")
    @Operation(
            operationId = "changePassword",
            summary = "Change one's own password",
            description = "Every other session of the account ends.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = NewPassword.class)))
    @APIResponse(responseCode = "204", description = "The password is another one now")
    @APIResponse(
            responseCode = "409",
            description = "There is no session, no password here, or there were too many attempts")
    public void changePassword(byte[] sent) {
        var viewer = access.viewer();
        var session = requireSession();
        var passwords = NewPassword.of(sent);
        Outcomes.done(
                changePassword.own(viewer, session, passwords.current(), passwords.password()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("password-reset")
    @SecurityRequirements
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a password by a reset that was offered",
            description = "Every session of the account ends.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PasswordReset.class)))
    @APIResponse(responseCode = "204", description = "The password is the one chosen now")
    @APIResponse(responseCode = "403", description = "Local accounts are switched off")
    @APIResponse(responseCode = "404", description = "There is no such reset, or not any more")
    public void resetPassword(byte[] sent) {
        var reset = PasswordReset.of(sent);
        if (!signInWays.password()) {
            throw ProblemException.forbidden(SWITCHED_OFF);
        }
        Outcomes.done(changePassword.byReset(reset.token(), reset.password()));
    }

    private Session requireSession() {
        return currentSession
                .session()
                .orElseThrow(() ->
                        ProblemException.conflict(
                                "This request belongs to no session; a key stays good until it is"
                                        + " revoked"));
    }

    /// As whoever asked sees it, in front of all proxies that are trusted.
    private static boolean isSecure(UriInfo request) {
        return "https".equalsIgnoreCase(request.getBaseUri().getScheme());
    }
}
