package dev.tallyport.application.serviceuser;

import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.Optional;

/// A program that may ask.
///
/// @param name unique among those that were not removed
/// @param expiresAt when none of its keys is good any more; empty for never
/// @param createdBy the name of whoever created it
public record ServiceUser(
        Principal.ServiceUser id,
        String name,
        boolean enabled,
        Optional<Instant> expiresAt,
        Instant createdAt,
        String createdBy) {}
