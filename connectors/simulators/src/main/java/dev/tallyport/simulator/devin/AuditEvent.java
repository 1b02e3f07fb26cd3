package dev.tallyport.simulator.devin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody did to the enterprise.
///
/// @param organization null when it concerns the whole enterprise
/// @param actor id of the person who did it
/// @param subject id of the person or service user it was done to, if any
public record AuditEvent(
        String id,
        String action,
        Instant created,
        @Nullable String organization,
        String actor,
        @Nullable String subject) {}
