package dev.tallyport.adapter.rest.account;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.account.AdministerAccounts.Wanted;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A local account to be.
@Schema(name = "NewAccount", description = "A local account to be")
record NewAccount(
        @Schema(
                        required = true,
                        description = "Letters, digits and . _ @ + -, at most 200",
                        examples = "ada")
                String login,
        @Schema(description = "By default the login", examples = "Ada Lovelace")
                Optional<String> name,
        @Schema(examples = "ada@example.com") Optional<String> address,
        @Schema(description = "Whether the address is known to be theirs", defaultValue = "false")
                boolean addressVerified,
        @Schema(description = "Whose it is to be; by default a new person's", examples = "7")
                Optional<Long> person,
        @Schema(description = "By default never") Optional<Instant> expiresAt) {

    private static final String LOGIN = "login";
    private static final String PERSON = "person";

    static NewAccount of(byte[] sent) {
        var body =
                Body.of(
                        sent,
                        LOGIN,
                        AccountChange.NAME,
                        AccountChange.ADDRESS,
                        AccountChange.ADDRESS_VERIFIED,
                        PERSON,
                        AccountChange.EXPIRES_AT);
        var login = body.required(LOGIN, Kind.text(200));
        var name = body.oneOrNull(AccountChange.NAME, Kind.text(200));
        var address = body.oneOrNull(AccountChange.ADDRESS, Kind.text(320));
        var verified = body.oneOrNull(AccountChange.ADDRESS_VERIFIED, Kind.TRUTH);
        var person = body.oneOrNull(PERSON, Kind.ID);
        var expiresAt = body.oneOrNull(AccountChange.EXPIRES_AT, Kind.INSTANT);
        body.requireValid();
        return new NewAccount(
                login.orElseThrow(), name, address, verified.orElse(false), person, expiresAt);
    }

    Wanted wanted() {
        return new Wanted(
                login,
                name.orElse(""),
                address,
                addressVerified,
                person.map(Principal.Person::new),
                expiresAt);
    }
}
