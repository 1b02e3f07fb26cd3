package dev.tallyport.application.role;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who has which role.
public interface RoleHolders {

    /// Somebody who has a role somewhere: a person once for each of their accounts and not without
    /// any, a service user, or a group.
    ///
    /// @param principal of people, whoever they are a part of in the end
    /// @param name for people to read
    /// @param enabled whether the account or service user may do anything
    /// @param expiresAt when it may do nothing any more; empty for never
    record Holder(
            Principal principal,
            String name,
            boolean enabled,
            Optional<Instant> expiresAt,
            Scope scope) {}

    /// Everybody to whom the role was given, or to somebody who is one with them.
    ///
    /// @param one who is left out, as is whoever is one with them
    List<Holder> holdersBut(Principal one, String role);
}
