package dev.tallyport.domain.access;

import dev.tallyport.domain.source.VendorOrganization;

/// Where a role was given.
public sealed interface Scope {

    /// Everywhere.
    record Enterprise() implements Scope {}

    /// In one organization or project.
    record Organization(VendorOrganization organization) implements Scope {}
}
