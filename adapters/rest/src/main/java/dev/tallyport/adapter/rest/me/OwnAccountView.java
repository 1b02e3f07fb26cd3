package dev.tallyport.adapter.rest.me;

import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.oneself.DescribeOneself.Oneself;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The account by which somebody is signed in.
@Schema(name = "OwnAccount", description = "The account by which somebody is signed in")
record OwnAccountView(
        @Schema(required = true, examples = "ada") String login,
        @Schema(examples = "ada@example.com", nullable = true) @Nullable String address,
        @Schema(
                        required = true,
                        description = "Whether it is known to be theirs; only then it links them")
                boolean addressVerified,
        @Schema(
                        required = true,
                        description = "Whether it is kept here, and not by the identity provider")
                boolean local,
        @Schema(
                        required = true,
                        description =
                                "Whether it has a password here, changed by"
                                        + " PUT /api/v1/session/password")
                boolean passwordHere) {

    /// Null where there is none.
    static @Nullable OwnAccountView of(Oneself oneself) {
        return oneself.account().map(account -> of(account, oneself.passwordHere())).orElse(null);
    }

    private static OwnAccountView of(SignInAccount account, boolean passwordHere) {
        return new OwnAccountView(
                account.login(),
                account.address().orElse(null),
                account.addressVerified(),
                account.isLocal(),
                passwordHere);
    }
}
