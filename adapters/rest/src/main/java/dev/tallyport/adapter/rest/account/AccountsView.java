package dev.tallyport.adapter.rest.account;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.account.SignInAccount;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Accounts by login.
@Schema(name = "Accounts", description = "Accounts by login")
record AccountsView(
        List<AccountView> accounts,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable Long next) {

    static AccountsView of(Page<SignInAccount> page) {
        return new AccountsView(
                page.rows().stream().map(AccountView::of).toList(),
                page.next(account -> account.id().value()).orElse(null));
    }
}
