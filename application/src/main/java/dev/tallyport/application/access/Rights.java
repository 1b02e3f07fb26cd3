package dev.tallyport.application.access;

import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.util.Set;

/// Everything stored that decides what somebody may see. Read fresh for every request: what another
/// instance changed a moment ago is in it.
public interface Rights {

    /// @param grants by the roles that were given to the principal, for a person also to whoever is
    ///   one with them, and to the groups
    /// @param linkedTo what the vendors know a person as; empty for others
    /// @param memberOf the organizations and projects that the vendors list them in now
    record Held(
            Set<Grant> grants,
            Set<VendorUser> linkedTo,
            Set<VendorOrganization> memberOf,
            Flags flags) {}

    /// @param groups of the identity provider; empty for none
    Held of(Principal principal, Set<String> groups);

    /// The organizations and projects that have one of these ids, in sources of a connector or,
    /// when there is no source of it, in all.
    Set<VendorOrganization> named(Set<String> ids, String connector);
}
