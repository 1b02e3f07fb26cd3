package dev.tallyport.application.role;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Custom roles, and who was given which role where. The built-in roles are not kept here.
public interface Roles {

    /// Waits until no other transaction changes who may manage membership, and keeps others waiting
    /// until this one ends.
    void lockMembership();

    /// By name.
    List<Role> custom();

    /// Inserts it or takes its place.
    void save(Role role);

    void remove(String name);

    /// In the order in which they were given.
    List<Assignment> assignments();

    Optional<Assignment> assignment(long id);

    /// @return empty when exactly this was given before
    Optional<Assignment> give(Principal to, String role, Scope scope, String by, Instant at);

    void take(long id);

    /// How many accounts of people, enabled, not expired and with a way to prove themselves, hold
    /// `ManageAccountMembership` for the enterprise by a role that was given to the person, or to
    /// somebody who is one with them.
    ///
    /// @param managing the names of the roles with that permission
    long managers(List<String> managing, Instant now);
}
