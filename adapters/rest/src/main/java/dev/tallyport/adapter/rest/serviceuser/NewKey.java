package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A key to be.
@Schema(name = "NewKey", description = "A key to be")
record NewKey(
        @Schema(required = true, examples = "production") String name,
        @Schema(description = "By default never") Optional<Instant> expiresAt) {

    private static final String NAME = "name";
    private static final String EXPIRES_AT = "expiresAt";

    static NewKey of(byte[] sent) {
        var body = Body.of(sent, NAME, EXPIRES_AT);
        var name = body.required(NAME, Kind.text(200));
        var expiresAt = body.oneOrNull(EXPIRES_AT, Kind.INSTANT);
        body.requireValid();
        return new NewKey(name.orElseThrow(), expiresAt);
    }
}
