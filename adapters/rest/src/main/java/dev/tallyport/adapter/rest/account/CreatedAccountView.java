package dev.tallyport.adapter.rest.account;

import dev.tallyport.adapter.rest.Secret;
import dev.tallyport.application.account.AdministerAccounts.Offered;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A new account, and the way to its first password.
@Schema(name = "CreatedAccount", description = "A new account, and the way to its first password")
record CreatedAccountView(AccountView account, ResetView reset) implements Secret {

    static CreatedAccountView of(Offered offered) {
        return new CreatedAccountView(AccountView.of(offered.account()), ResetView.of(offered));
    }
}
