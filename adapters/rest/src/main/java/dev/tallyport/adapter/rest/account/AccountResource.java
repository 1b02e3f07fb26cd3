package dev.tallyport.adapter.rest.account;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Outcomes;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.application.account.AdministerAccounts;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.domain.access.Subject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts", description = "How people sign in")
class AccountResource {

    private final Access access;
    private final AdministerAccounts administerAccounts;

    AccountResource(Access access, AdministerAccounts administerAccounts) {
        this.access = access;
        this.administerAccounts = administerAccounts;
    }

    @GET
    @Operation(
            operationId = "accounts",
            summary = "Accounts by login",
            description = "search is looked for in logins, names and addresses.")
    @Parameter(ref = "search")
    @Parameter(ref = "after")
    @Parameter(ref = "limit")
    @APIResponse(responseCode = "200", description = "The accounts")
    public AccountsView all(@Context UriInfo request) {
        var viewer = access.toSee(Subject.PEOPLE);
        var query = Query.of(request.getQueryParameters(), Query.SEARCH, Query.AFTER, Query.LIMIT);
        var search = query.search();
        var after = query.one(Query.AFTER, Kind.ID).map(AccountId::new);
        var limit = query.limit();
        query.requireValid();
        return AccountsView.of(
                Page.of(
                        limit,
                        most ->
                                Outcomes.done(
                                        administerAccounts.search(viewer, search, after, most))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "createAccount",
            summary = "Create a local account",
            description =
                    "Nobody knows a password of it: its holder chooses one at the path that is"
                            + " answered, once, within 24 hours.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewAccount.class),
                            examples =
                                    @ExampleObject(
                                            name = "a colleague",
                                            value =
                                                    """
                                                    {
                                                      "login": "ada",
                                                      "name": "Ada Lovelace",
                                                      "address": "ada@example.com",
                                                      "addressVerified": true
                                                    }
                                                    """)))
    @APIResponse(
            responseCode = "201",
            description = "The account, and the way to its first password",
            content = @Content(schema = @Schema(implementation = CreatedAccountView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The login is taken, or local accounts are switched off")
    public CreatedAccountView create(byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var account = NewAccount.of(sent);
        return CreatedAccountView.of(
                Outcomes.done(administerAccounts.create(viewer, account.wanted())));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "account", summary = "An account")
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "404", description = "There is no such account")
    public AccountView one(@PathParam("id") long id) {
        var viewer = access.viewer();
        return AccountView.of(Outcomes.done(administerAccounts.one(viewer, new AccountId(id))));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{id}")
    @Operation(
            operationId = "changeAccount",
            summary = "Change an account",
            description =
                    "What is absent stays as it is. The identity provider alone says what its"
                            + " accounts are called and what their addresses are.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AccountChange.class),
                            examples =
                                    @ExampleObject(name = "off", value = "{\"enabled\": false}")))
    @APIResponse(responseCode = "200", description = "The account as it is now")
    @APIResponse(responseCode = "404", description = "There is no such account")
    @APIResponse(
            responseCode = "409",
            description =
                    "The identity provider says so, or nobody could manage membership any more")
    public AccountView change(@PathParam("id") long id, byte[] sent) {
        var viewer = access.require(MANAGE_ACCOUNT_MEMBERSHIP);
        var account = new AccountId(id);
        var now = Outcomes.done(administerAccounts.one(viewer, account));
        var change = AccountChange.of(sent, now).change();
        return AccountView.of(Outcomes.done(administerAccounts.change(viewer, account, change)));
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeAccount",
            summary = "Remove an account",
            description =
                    "Its person stays, with everything that is linked to them. With their last"
                            + " account their views and preferences go.")
    @APIResponse(responseCode = "204", description = "The account is gone")
    @APIResponse(responseCode = "404", description = "There is no such account")
    @APIResponse(responseCode = "409", description = "Nobody could manage membership any more")
    public void remove(@PathParam("id") long id) {
        var viewer = access.viewer();
        Outcomes.done(administerAccounts.remove(viewer, new AccountId(id)));
    }

    @POST
    @Path("{id}/password-reset")
    @ResponseStatus(201)
    @Operation(
            operationId = "offerPasswordReset",
            summary = "Offer to choose a password",
            description =
                    "Takes the place of any offer before. The present password stays good"
                            + " meanwhile.")
    @APIResponse(
            responseCode = "201",
            description = "The way to choose it",
            content = @Content(schema = @Schema(implementation = ResetView.class)))
    @APIResponse(responseCode = "404", description = "There is no such account")
    @APIResponse(responseCode = "409", description = "The account has no password here")
    public ResetView offerReset(@PathParam("id") long id) {
        var viewer = access.viewer();
        return ResetView.of(
                Outcomes.done(administerAccounts.offerReset(viewer, new AccountId(id))));
    }

    @DELETE
    @Path("{id}/sessions")
    @Operation(operationId = "endSessions", summary = "Sign an account out everywhere")
    @APIResponse(responseCode = "204", description = "Its sessions ended")
    @APIResponse(responseCode = "404", description = "There is no such account")
    public void endSessions(@PathParam("id") long id) {
        var viewer = access.viewer();
        Outcomes.done(administerAccounts.endSessions(viewer, new AccountId(id)));
    }
}
