package dev.tallyport.domain.access;

import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Somebody who proved who they are, with everything that decides what they may see.
///
/// @param principal who they are
/// @param name for people to read, never a credential
/// @param enabled whether they may do anything at all
/// @param expiresAt when they may do nothing any more; empty for never
/// @param grants through roles: given to them, to a group of theirs, or by the identity provider
/// @param linkedTo what the vendors know them as; empty for nobody known
/// @param memberOf the organizations and projects that they belong to now
/// @param ownWithin the projects in which their own rows need no further permission
public record Account(
        Principal principal,
        String name,
        boolean enabled,
        Optional<Instant> expiresAt,
        Set<Grant> grants,
        Set<VendorUser> linkedTo,
        Set<VendorOrganization> memberOf,
        Set<VendorOrganization> ownWithin) {

    public Account {
        grants = Set.copyOf(grants);
        linkedTo = Set.copyOf(linkedTo);
        memberOf = Set.copyOf(memberOf);
        ownWithin = Set.copyOf(ownWithin);
    }

    boolean isActive(Instant now) {
        return enabled && expiresAt.map(now::isBefore).orElse(true);
    }
}
