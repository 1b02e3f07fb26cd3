package dev.tallyport.application.serviceuser;

import java.time.Instant;
import java.util.Optional;

/// A key of a service user. The key itself is known to nobody but its holder.
///
/// @param prefix its first characters, to tell it from others
/// @param lastUsedAt to the minute; empty for never
/// @param revokedAt since when it is worth nothing, whatever its expiry
public record ServiceKey(
        KeyId id,
        String name,
        String prefix,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public record KeyId(long value) {}

    public enum Status {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public Status status(Instant now) {
        if (revokedAt.isPresent()) {
            return Status.REVOKED;
        }
        return expiresAt.map(now::isBefore).orElse(true) ? Status.ACTIVE : Status.EXPIRED;
    }
}
