package dev.tallyport.adapter.security;

import dev.tallyport.application.access.Rights;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.Set;

/// Nobody was given anything.
final class NoRights implements Rights {

    @Override
    public Held of(Principal principal, Set<String> groups) {
        return new Held(Set.of(), Set.of(), Set.of(), Flags.NONE);
    }

    @Override
    public Set<VendorOrganization> named(Set<String> ids, String connector) {
        return Set.of();
    }
}
