package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A service user to be.
@Schema(name = "NewServiceUser", description = "A service user to be")
record NewServiceUser(
        @Schema(required = true, examples = "finance-export") String name,
        @Schema(description = "By default never") Optional<Instant> expiresAt) {

    static final String NAME = "name";
    static final String EXPIRES_AT = "expiresAt";

    static NewServiceUser of(byte[] sent) {
        var body = Body.of(sent, NAME, EXPIRES_AT);
        var name = body.required(NAME, Kind.text(200));
        var expiresAt = body.oneOrNull(EXPIRES_AT, Kind.INSTANT);
        body.requireValid();
        return new NewServiceUser(name.orElseThrow(), expiresAt);
    }
}
