package dev.tallyport.application.role;

import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Roles in memory, and who was given them. Nothing is rolled back.
public final class InMemoryRoles implements Roles {

    private final InMemoryPeople people;
    private final InMemoryAccounts accounts;
    private final SortedMap<String, Role> custom = new TreeMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private long given;

    public InMemoryRoles(InMemoryPeople people, InMemoryAccounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    public RoleCatalog catalog() {
        return new RoleCatalog(this);
    }

    public KeepSomebodyManaging keepSomebodyManaging(InstantSource clock) {
        return new KeepSomebodyManaging(this, catalog(), clock);
    }

    @Override
    public void lockMembership() {}

    @Override
    public List<Role> custom() {
        return List.copyOf(custom.values());
    }

    @Override
    public void save(Role role) {
        custom.put(role.name(), role);
    }

    @Override
    public void remove(String name) {
        custom.remove(name);
        assignments.removeIf(one -> one.role().equals(name));
    }

    @Override
    public List<Assignment> assignments() {
        return List.copyOf(assignments);
    }

    @Override
    public Optional<Assignment> assignment(long id) {
        return assignments.stream().filter(one -> one.id() == id).findFirst();
    }

    @Override
    public Optional<Assignment> give(
            Principal to, String role, Scope scope, String by, Instant at) {
        boolean known =
                assignments.stream()
                        .anyMatch(one ->
                                one.to().equals(to)
                                        && one.role().equals(role)
                                        && one.scope().equals(scope));
        if (known) {
            return Optional.empty();
        }
        given++;
        var assignment = new Assignment(given, to, role, scope, at, by);
        assignments.add(assignment);
        return Optional.of(assignment);
    }

    @Override
    public void take(long id) {
        assignments.removeIf(one -> one.id() == id);
    }

    @Override
    public long managers(List<String> managing, Instant now) {
        return accounts.all().stream()
                .filter(account -> account.isActive(now))
                .filter(account ->
                        assignments.stream()
                                .filter(one -> managing.contains(one.role()))
                                .filter(one -> one.scope() instanceof Scope.Enterprise)
                                .anyMatch(one ->
                                        one.to() instanceof Principal.Person holder
                                                && people.areOne(holder, account.person())))
                .count();
    }
}
