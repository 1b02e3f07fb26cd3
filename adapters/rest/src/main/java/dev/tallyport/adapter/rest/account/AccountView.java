package dev.tallyport.adapter.rest.account;

import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.Provided;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A way in which a person signs in.
@Schema(name = "Account", description = "A way in which a person signs in")
record AccountView(
        @Schema(required = true, examples = "12") long id,
        @Schema(required = true, description = "Whose it is", examples = "7") long person,
        @Schema(required = true, examples = "ada") String login,
        @Schema(required = true, examples = "Ada Lovelace") String name,
        @Schema(examples = "ada@example.com", nullable = true) @Nullable String address,
        @Schema(
                        required = true,
                        description = "Whether it is known to be theirs; only then it links them")
                boolean addressVerified,
        @Schema(required = true, description = "Whether it is good for anything") boolean enabled,
        @Schema(
                        description = "When it is good for nothing any more; null for never",
                        nullable = true)
                @Nullable Instant expiresAt,
        @Schema(
                        description = "Which identity provider vouches; null for a local account",
                        nullable = true,
                        examples = "https://login.example.com/realms/acme")
                @Nullable String issuer,
        @Schema(required = true) Instant createdAt,
        @Schema(nullable = true) @Nullable Instant lastSignedInAt) {

    static AccountView of(SignInAccount account) {
        return new AccountView(
                account.id().value(),
                account.person().id(),
                account.login(),
                account.name(),
                account.address().orElse(null),
                account.addressVerified(),
                account.enabled(),
                account.expiresAt().orElse(null),
                account.provided().map(Provided::issuer).orElse(null),
                account.createdAt(),
                account.lastSignedInAt().orElse(null));
    }
}
