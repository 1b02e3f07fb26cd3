package dev.tallyport.application.account;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.person.People;
import dev.tallyport.application.role.Roles;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Creates the local account `admin` when there never was any account to begin with.
@ApplicationScoped
public class CreateFirstAdmin {

    public static final String LOGIN = "admin";

    private final Accounts accounts;
    private final People people;
    private final Roles roles;
    private final Passwords passwords;
    private final SignInWays ways;
    private final AuditTrail audit;
    private final InstantSource clock;

    CreateFirstAdmin(
            Accounts accounts,
            People people,
            Roles roles,
            Passwords passwords,
            SignInWays ways,
            AuditTrail audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.roles = roles;
        this.passwords = passwords;
        this.ways = ways;
        this.audit = audit;
        this.clock = clock;
    }

    /// Does nothing where there is any account; of two instances that start at once, one creates
    /// it.
    ///
    /// @param wanted the password; empty to have one generated
    /// @return the password that was generated, to be told to the operator this one time
    @Transactional
    public Optional<String> ifNeeded(Optional<String> wanted) {
        if (!ways.password()) {
            return Optional.empty();
        }
        roles.lockMembership();
        if (!accounts.search("", Optional.empty(), 1).isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var person = people.create(LOGIN, now);
        var account =
                accounts.create(
                                new Accounts.Draft(
                                        person.id(),
                                        Optional.empty(),
                                        LOGIN,
                                        LOGIN,
                                        Optional.empty(),
                                        false,
                                        Optional.empty()),
                                now)
                        .orElseThrow();
        var password = wanted.orElseGet(passwords::generate);
        accounts.setPasswordHash(account.id(), passwords.hash(password));
        roles.give(
                person.id(),
                Role.ADMIN.name(),
                new Scope.Enterprise(),
                Actor.TALLYPORT.name(),
                now);
        audit.record(
                Draft.of(
                        Actor.TALLYPORT,
                        Action.ACCOUNT_CREATED,
                        SignIn.target(account.id()),
                        Map.of("login", LOGIN, "role", Role.ADMIN.name())));
        return wanted.isPresent() ? Optional.empty() : Optional.of(password);
    }
}
