package dev.tallyport.adapter.rest.account;

import dev.tallyport.adapter.rest.Secret;
import dev.tallyport.application.account.AdministerAccounts.Offered;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A password to be chosen, once, by whoever is given the path.
@Schema(
        name = "OfferedReset",
        description = "A password to be chosen, once, by whoever is given the path")
record ResetView(
        @Schema(
                        required = true,
                        description = "Of a page here; what follows # is the token",
                        examples = "/#reset-password=Zk3p…")
                String path,
        @Schema(required = true) Instant expiresAt)
        implements Secret {

    static ResetView of(Offered offered) {
        return new ResetView("/#reset-password=" + offered.token(), offered.until());
    }

    /// Keeps the token out of logs.
    @Override
    public String toString() {
        return "ResetView[expiresAt=" + expiresAt + "]";
    }
}
