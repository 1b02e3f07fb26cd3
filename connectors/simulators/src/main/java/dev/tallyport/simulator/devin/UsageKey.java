package dev.tallyport.simulator.devin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose usage of what, on which billing day.
///
/// @param user id of a person or service user, or null for nobody known
/// @param organization null when the usage is tied to none
public record UsageKey(
        LocalDate day, @Nullable String user, @Nullable String organization, String product) {}
