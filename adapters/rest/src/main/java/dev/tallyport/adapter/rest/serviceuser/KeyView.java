package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.application.serviceuser.ServiceKey;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A key of a service user, without the key itself.
@Schema(name = "ServiceKey", description = "A key of a service user, without the key itself")
record KeyView(
        @Schema(required = true, examples = "5") long id,
        @Schema(required = true, examples = "production") String name,
        @Schema(
                        required = true,
                        description = "Its first characters, to tell it from others",
                        examples = "cog_tp_Zk3p")
                String prefix,
        @Schema(
                        required = true,
                        enumeration = {"active", "expired", "revoked"})
                String status,
        @Schema(required = true) Instant createdAt,
        @Schema(description = "null for never", nullable = true) @Nullable Instant expiresAt,
        @Schema(description = "To the minute; null for never", nullable = true)
                @Nullable Instant lastUsedAt,
        @Schema(nullable = true) @Nullable Instant revokedAt) {

    static KeyView of(ServiceKey key, Instant now) {
        return new KeyView(
                key.id().value(),
                key.name(),
                key.prefix(),
                nameOf(key.status(now)),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null),
                key.revokedAt().orElse(null));
    }

    private static String nameOf(ServiceKey.Status status) {
        return switch (status) {
            case ACTIVE -> "active";
            case EXPIRED -> "expired";
            case REVOKED -> "revoked";
        };
    }
}
