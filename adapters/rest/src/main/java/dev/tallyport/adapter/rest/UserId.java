package dev.tallyport.adapter.rest;

import dev.tallyport.domain.source.VendorUser;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A user or service user as one source knows it.
@Schema(name = "UserId", description = "A user or service user, as one source knows it")
public record UserId(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user) {

    public static UserId of(VendorUser user) {
        return new UserId(user.source().value(), user.id());
    }
}
