package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a key is to be replaced.
@Schema(name = "KeyRotation", description = "How a key is to be replaced")
record Rotation(
        @Schema(
                        type = SchemaType.STRING,
                        format = "duration",
                        description = "How long the old key stays good, at most 90 days",
                        defaultValue = "PT24H",
                        examples = "PT24H")
                Duration overlap,
        @Schema(description = "Of the new key; by default never") Optional<Instant> expiresAt) {

    private static final String OVERLAP = "overlap";
    private static final String EXPIRES_AT = "expiresAt";
    private static final Duration A_DAY = Duration.ofHours(24);

    static Rotation of(byte[] sent) {
        var body = Body.of(sent, OVERLAP, EXPIRES_AT);
        var overlap = body.oneOrNull(OVERLAP, Kind.DURATION);
        var expiresAt = body.oneOrNull(EXPIRES_AT, Kind.INSTANT);
        body.requireValid();
        return new Rotation(overlap.orElse(A_DAY), expiresAt);
    }
}
