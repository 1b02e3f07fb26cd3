package dev.tallyport.adapter.rest.account;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.account.AdministerAccounts.Change;
import dev.tallyport.application.account.SignInAccount;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How an account is to be from now on.
@Schema(
        name = "AccountChange",
        description = "How an account is to be; what is absent stays as it is")
record AccountChange(
        @Schema(examples = "Ada Lovelace") String name,
        @Schema(description = "null for none", examples = "ada@example.com", nullable = true)
                Optional<String> address,
        boolean addressVerified,
        @Schema(description = "false also ends its sessions") boolean enabled,
        @Schema(description = "null for never", nullable = true) Optional<Instant> expiresAt) {

    static final String NAME = "name";
    static final String ADDRESS = "address";
    static final String ADDRESS_VERIFIED = "addressVerified";
    static final String EXPIRES_AT = "expiresAt";

    private static final String ENABLED = "enabled";

    /// @param now what stays where nothing else is said
    static AccountChange of(byte[] sent, SignInAccount now) {
        var body = Body.of(sent, NAME, ADDRESS, ADDRESS_VERIFIED, ENABLED, EXPIRES_AT);
        var change =
                new AccountChange(
                        body.one(NAME, Kind.text(200)).orElse(now.name()),
                        body.has(ADDRESS) ? body.oneOrNull(ADDRESS, Kind.text(320)) : now.address(),
                        body.one(ADDRESS_VERIFIED, Kind.TRUTH).orElse(now.addressVerified()),
                        body.one(ENABLED, Kind.TRUTH).orElse(now.enabled()),
                        body.has(EXPIRES_AT)
                                ? body.oneOrNull(EXPIRES_AT, Kind.INSTANT)
                                : now.expiresAt());
        body.requireValid();
        return change;
    }

    Change change() {
        return new Change(name, address, addressVerified, enabled, expiresAt);
    }
}
