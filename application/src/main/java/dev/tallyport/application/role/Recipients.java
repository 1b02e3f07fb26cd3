package dev.tallyport.application.role;

import dev.tallyport.domain.access.Principal;

/// Who can be given a role.
public interface Recipients {

    /// Whether there is such a person or service user. A group is known to the identity provider
    /// alone, so that any name of one is.
    boolean isKnown(Principal principal);
}
