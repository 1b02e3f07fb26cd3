package dev.tallyport.adapter.security;

import dev.tallyport.application.role.Assignment;
import dev.tallyport.application.role.Roles;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The built-in roles, and who was given them.
final class GivenRoles implements Roles {

    private final List<Assignment> assignments = new ArrayList<>();

    @Override
    public void lockMembership() {
        // nobody else is here
    }

    @Override
    public List<Role> custom() {
        return List.of();
    }

    @Override
    public void save(Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Assignment> assignments() {
        return List.copyOf(assignments);
    }

    @Override
    public Optional<Assignment> assignment(long id) {
        return assignments.stream().filter(assignment -> assignment.id() == id).findFirst();
    }

    @Override
    public Optional<Assignment> give(
            Principal to, String role, Scope scope, String by, Instant at) {
        var assignment = new Assignment(assignments.size() + 1L, to, role, scope, at, by);
        assignments.add(assignment);
        return Optional.of(assignment);
    }

    @Override
    public void take(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long managers(List<String> managing, Instant now) {
        throw new UnsupportedOperationException();
    }
}
