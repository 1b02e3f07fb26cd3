package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.RequestOrigin;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Changes passwords: one's own, or by a reset that was offered. Every other session of the account
/// ends with it.
@ApplicationScoped
public class ChangePassword {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Secrets secrets;
    private final SignInWays ways;
    private final AuditTrail audit;
    private final RequestOrigin origin;
    private final InstantSource clock;

    ChangePassword(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            SignInAttempts attempts,
            Secrets secrets,
            SignInWays ways,
            AuditTrail audit,
            RequestOrigin origin,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.secrets = secrets;
        this.ways = ways;
        this.audit = audit;
        this.origin = origin;
        this.clock = clock;
    }

    /// Whether it could be anybody's password.
    static boolean isPossible(String password) {
        return !password.isEmpty() && password.length() <= LONGEST;
    }

    @Transactional
    public Outcome<SignInAccount> own(
            Viewer viewer, CurrentSession.Session session, String current, String wanted) {
        if (!ways.password()) {
            return new Outcome.Forbidden<>();
        }
        var account = accounts.find(session.account());
        if (account.isEmpty() || !account.get().isLocal()) {
            return new Outcome.Conflict<>(
                    "This account has no password here; change it at the identity provider");
        }
        var login = account.get().login();
        if (attempts.tooMany(login, origin.address()).isPresent()) {
            return new Outcome.Conflict<>("Too many attempts; wait a minute");
        }
        var right =
                isPossible(current)
                        ? passwords.matches(current, accounts.passwordHash(session.account()))
                        : Optional.of(false);
        if (right.isEmpty()) {
            return new Outcome.Conflict<>("Too many passwords are being checked; try again");
        }
        if (!right.get()) {
            return new Outcome.Invalid<>("current", "the password as it is now", "another one");
        }
        if (!isGood(wanted)) {
            return notGood();
        }
        attempts.succeeded(login, origin.address());
        replace(session.account(), wanted, Optional.of(session.digest()));
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.PASSWORD_CHANGED,
                        SignIn.target(session.account()),
                        Map.of("how", "by its holder")));
        return Outcome.done(account.get());
    }

    /// @param token of a reset that was offered; good once
    @Transactional
    public Outcome<SignInAccount> byReset(String token, String wanted) {
        if (!ways.password()) {
            return new Outcome.Forbidden<>();
        }
        if (!isGood(wanted)) {
            return notGood();
        }
        var account =
                accounts.takeReset(secrets.digestOf(token), clock.instant())
                        .flatMap(accounts::find)
                        .filter(SignInAccount::isLocal);
        if (account.isEmpty()) {
            return new Outcome.Unknown<>("reset that is still good; ask for another one");
        }
        replace(account.get().id(), wanted, Optional.empty());
        audit.record(
                Draft.of(
                        new Actor(account.get().person(), account.get().name()),
                        Action.PASSWORD_CHANGED,
                        SignIn.target(account.get().id()),
                        Map.of("how", "by a reset")));
        return Outcome.done(account.get());
    }

    private void replace(AccountId id, String wanted, Optional<String> goesOn) {
        accounts.setPasswordHash(id, passwords.hash(wanted));
        sessions.endAll(id, goesOn);
    }

    private static boolean isGood(String password) {
        return !password.isBlank()
                && password.codePointCount(0, password.length()) >= SHORTEST
                && password.length() <= LONGEST;
    }

    private static <T> Outcome<T> notGood() {
        return new Outcome.Invalid<>(
                "password", "12 to 256 characters", "a shorter or a longer one");
    }
}
