package dev.tallyport.application.role;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;

/// A role that was given.
///
/// @param to a person, a group or a service user
/// @param givenBy the name of whoever gave it
public record Assignment(
        long id, Principal to, String role, Scope scope, Instant givenAt, String givenBy) {}
