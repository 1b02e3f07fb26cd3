package dev.tallyport.simulator.codemie;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the joint truth is divided by.
///
/// @param category `platform` or `cli`
public record UsageKey(LocalDate day, String user, @Nullable String project, String category) {}
