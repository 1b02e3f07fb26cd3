package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.person.LinkPeople;
import dev.tallyport.application.person.People;
import dev.tallyport.application.role.KeepSomebodyManaging;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Creates local accounts, and changes and removes accounts of any kind.
@ApplicationScoped
public class AdministerAccounts {

    /// What a new local account is to be.
    ///
    /// @param person whose it is to be; empty for a person of its own
    /// @param addressVerified whether the address is vouched for
    public record Wanted(
            String login,
            String name,
            Optional<String> address,
            boolean addressVerified,
            Optional<Principal.Person> person,
            Optional<Instant> expiresAt) {}

    /// What can be changed of an account.
    public record Change(
            String name,
            Optional<String> address,
            boolean addressVerified,
            boolean enabled,
            Optional<Instant> expiresAt) {}

    /// An account whose password is to be chosen by whoever holds the token, once.
    public record Offered(SignInAccount account, String token, Instant until) {

        /// Keeps the token out of logs.
        @Override
        public String toString() {
            return "Offered[account=" + account.id() + ", until=" + until + "]";
        }
    }

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,199}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");
    private static final Duration RESET = Duration.ofHours(24);
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final Sessions sessions;
    private final People people;
    private final LinkPeople linkPeople;
    private final KeepSomebodyManaging keepSomebodyManaging;
    private final Secrets secrets;
    private final SignInWays ways;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdministerAccounts(
            Accounts accounts,
            Sessions sessions,
            People people,
            LinkPeople linkPeople,
            KeepSomebodyManaging keepSomebodyManaging,
            Secrets secrets,
            SignInWays ways,
            AuditTrail audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.people = people;
        this.linkPeople = linkPeople;
        this.keepSomebodyManaging = keepSomebodyManaging;
        this.secrets = secrets;
        this.ways = ways;
        this.audit = audit;
        this.clock = clock;
    }

    /// By login.
    public Outcome<List<SignInAccount>> search(
            Viewer viewer, String text, Optional<AccountId> after, int most) {
        return viewer.visibility(Subject.PEOPLE) instanceof Visibility.Everything
                ? Outcome.done(accounts.search(text, after, most))
                : new Outcome.Forbidden<>();
    }

    public Outcome<SignInAccount> one(Viewer viewer, AccountId id) {
        return viewer.visibility(Subject.PEOPLE) instanceof Visibility.Everything
                ? accounts.find(id).map(Outcome::done).orElseGet(() -> unknown(id))
                : new Outcome.Forbidden<>();
    }

    /// Nobody knows a password of it: its holder chooses one by the reset that is offered.
    @Transactional
    public Outcome<Offered> create(Viewer viewer, Wanted wanted) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)) {
            return new Outcome.Forbidden<>();
        }
        if (!ways.password()) {
            return switchedOff();
        }
        var login = wanted.login().strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            return new Outcome.Invalid<>(
                    "login", "letters, digits and . _ @ + -, at most 200", wanted.login());
        }
        var name = wanted.name().isBlank() ? login : wanted.name().strip();
        Optional<Outcome<Offered>> wrong = wrong(name, wanted.address(), wanted.addressVerified());
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (wanted.person().flatMap(people::find).isEmpty() && wanted.person().isPresent()) {
            return new Outcome.Invalid<>(
                    "person", "a person who is known", Names.of(wanted.person().get()));
        }
        if (accounts.findLocal(login).isPresent()) {
            return new Outcome.Conflict<>("There is an account '" + login + "' already");
        }
        var now = clock.instant();
        var account =
                accounts.create(
                        new Accounts.Draft(
                                wanted.person().orElseGet(() -> people.create(name, now).id()),
                                Optional.empty(),
                                login,
                                name,
                                wanted.address().map(String::strip),
                                wanted.addressVerified(),
                                wanted.expiresAt()),
                        now);
        if (account.isEmpty()) {
            return new Outcome.Conflict<>("There is an account '" + login + "' already");
        }
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.ACCOUNT_CREATED,
                        SignIn.target(account.get().id()),
                        described(account.get())));
        account.get().address().ifPresent(linkPeople::link);
        return Outcome.done(offer(viewer, account.get()));
    }

    /// Disabling ends its sessions.
    ///
    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<SignInAccount> change(Viewer viewer, AccountId id, Change change) {
        return forOne(
                viewer,
                id,
                before -> {
                    var name = change.name().strip();
                    Optional<Outcome<SignInAccount>> wrong =
                            wrong(name, change.address(), change.addressVerified());
                    if (wrong.isPresent()) {
                        return wrong.get();
                    }
                    if (!before.isLocal()
                            && !(before.name().equals(name)
                                    && before.address().equals(change.address())
                                    && before.addressVerified() == change.addressVerified())) {
                        return new Outcome.Conflict<>(
                                "The identity provider says what this account is called and what"
                                        + " its address is; change it there");
                    }
                    var after =
                            before.with(
                                    name,
                                    change.address().map(String::strip),
                                    change.addressVerified(),
                                    change.enabled(),
                                    change.expiresAt());
                    keepSomebodyManaging.during(() -> accounts.save(after));
                    if (!after.isActive(clock.instant())) {
                        endSessionsOf(after);
                    }
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.ACCOUNT_CHANGED,
                                    SignIn.target(id),
                                    described(before),
                                    described(after)));
                    after.address().ifPresent(linkPeople::link);
                    return Outcome.done(after);
                });
    }

    /// The person stays, with everything that is linked to them. What they kept for themselves or
    /// shared goes with their last account.
    ///
    /// @throws KeepSomebodyManaging.NobodyLeftException when nobody could manage membership any
    ///   more
    @Transactional
    public Outcome<SignInAccount> remove(Viewer viewer, AccountId id) {
        return forOne(
                viewer,
                id,
                account -> {
                    if (!account.isLocal()) {
                        return new Outcome.Conflict<>(
                                "With its next token it would be back; disable it instead");
                    }
                    keepSomebodyManaging.during(() -> {
                        endSessionsOf(account);
                        accounts.remove(id);
                    });
                    audit.record(
                            new Draft(
                                    Actor.of(viewer),
                                    Action.ACCOUNT_REMOVED,
                                    SignIn.target(id),
                                    described(account),
                                    Map.of()));
                    return Outcome.done(account);
                });
    }

    /// Offers a new password to whoever is given the token. The present one stays good meanwhile.
    @Transactional
    public Outcome<Offered> offerReset(Viewer viewer, AccountId id) {
        return forOne(
                viewer,
                id,
                account -> {
                    if (!ways.password()) {
                        return switchedOff();
                    }
                    return account.isLocal()
                            ? Outcome.done(offer(viewer, account))
                            : new Outcome.Conflict<>(
                                    "This account has no password here; reset it at the identity"
                                            + " provider");
                });
    }

    /// Signs the account out everywhere.
    @Transactional
    public Outcome<SignInAccount> endSessions(Viewer viewer, AccountId id) {
        return forOne(
                viewer,
                id,
                account -> {
                    endSessionsOf(account);
                    audit.record(
                            Draft.of(
                                    Actor.of(viewer),
                                    Action.SIGNED_OUT,
                                    SignIn.target(id),
                                    Map.of("sessions", "all")));
                    return Outcome.done(account);
                });
    }

    private Offered offer(Viewer viewer, SignInAccount account) {
        var token = secrets.newToken();
        var until = clock.instant().plus(RESET);
        accounts.offerReset(account.id(), secrets.digestOf(token), until);
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.PASSWORD_RESET_OFFERED,
                        SignIn.target(account.id()),
                        Map.of("until", until.toString())));
        return new Offered(account, token, until);
    }

    private void endSessionsOf(SignInAccount account) {
        sessions.endAll(account.id(), Optional.empty());
        account.provided().ifPresent(sessions::endAll);
    }

    private <T> Outcome<T> forOne(
            Viewer viewer, AccountId id, Function<SignInAccount, Outcome<T>> change) {
        if (!viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)) {
            return new Outcome.Forbidden<>();
        }
        return accounts.find(id).map(change).orElseGet(() -> unknown(id));
    }

    private static <T> Optional<Outcome<T>> wrong(
            String name, Optional<String> address, boolean verified) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.of(
                    new Outcome.Invalid<>("name", "a name of at most 200 characters", name));
        }
        if (address.filter(one -> !ADDRESS.matcher(one.strip()).matches()).isPresent()) {
            return Optional.of(
                    new Outcome.Invalid<>("address", "an e-mail address", address.get()));
        }
        return verified && address.isEmpty()
                ? Optional.of(
                        new Outcome.Invalid<>(
                                "addressVerified", "false, as there is no address", "true"))
                : Optional.empty();
    }

    private static <T> Outcome<T> unknown(AccountId id) {
        return new Outcome.Unknown<>("account " + id.value());
    }

    private static <T> Outcome<T> switchedOff() {
        return new Outcome.Conflict<>("Local accounts are switched off");
    }

    private static Map<String, String> described(SignInAccount account) {
        var described = new TreeMap<String, String>();
        described.put("login", account.login());
        described.put("name", account.name());
        described.put("person", Names.of(account.person()));
        described.put("enabled", Boolean.toString(account.enabled()));
        account.address().ifPresent(address -> described.put("address", address));
        described.put("addressVerified", Boolean.toString(account.addressVerified()));
        account.expiresAt().ifPresent(at -> described.put("expiresAt", at.toString()));
        return described;
    }
}
