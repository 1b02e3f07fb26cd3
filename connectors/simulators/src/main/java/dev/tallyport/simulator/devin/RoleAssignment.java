package dev.tallyport.simulator.devin;

import org.jspecify.annotations.Nullable;

/// A role in an organization, or in the whole enterprise where that is null.
public record RoleAssignment(@Nullable String organization, Role role) {}
