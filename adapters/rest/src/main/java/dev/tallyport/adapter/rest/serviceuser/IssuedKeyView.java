package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.adapter.rest.Secret;
import dev.tallyport.application.serviceuser.AdministerServiceUsers.Issued;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A key at the only moment at which it is known.
@Schema(name = "IssuedKey", description = "A key at the only moment at which it is known")
record IssuedKeyView(
        KeyView key,
        @Schema(
                        required = true,
                        description = "To be sent as Authorization: Bearer <secret>",
                        examples = "cog_tp_Zk3p…")
                String secret)
        implements Secret {

    static IssuedKeyView of(Issued issued, Instant now) {
        return new IssuedKeyView(KeyView.of(issued.key(), now), issued.secret());
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "IssuedKeyView[" + key.prefix() + "…]";
    }
}
