package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.RequestOrigin;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/// Signs people in to their local accounts, and out again.
@ApplicationScoped
public class SignIn {

    /// How an attempt ended.
    public sealed interface Attempt {

        /// @param token to be sent along from now on; known to nobody else
        record SignedIn(String token, Instant until) implements Attempt {

            /// Keeps the token out of logs.
            @Override
            public String toString() {
                return "SignedIn[until=" + until + "]";
            }
        }

        /// No such account, another password, or an account that is good for nothing.
        record Refused() implements Attempt {}

        /// @param retryAfter how long to wait before the next attempt
        record TooMany(Duration retryAfter) implements Attempt {}

        /// There are no local accounts here.
        record SwitchedOff() implements Attempt {}
    }

    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final int LONGEST_LOGIN = 200;

    /// What was typed is not kept: it may be a password.
    private static final String UNKNOWN = "account:unknown";

    private final Accounts accounts;
    private final OpenSessions openSessions;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final SignInWays ways;
    private final AuditTrail audit;
    private final RequestOrigin origin;
    private final InstantSource clock;

    SignIn(
            Accounts accounts,
            OpenSessions openSessions,
            Passwords passwords,
            SignInAttempts attempts,
            SignInWays ways,
            AuditTrail audit,
            RequestOrigin origin,
            InstantSource clock) {
        this.accounts = accounts;
        this.openSessions = openSessions;
        this.passwords = passwords;
        this.attempts = attempts;
        this.ways = ways;
        this.audit = audit;
        this.origin = origin;
        this.clock = clock;
    }

    /// Holds no transaction while the password is checked, which takes long on purpose.
    public Attempt withPassword(String login, String password) {
        if (!ways.password()) {
            return new Attempt.SwitchedOff();
        }
        var known = login.strip().toLowerCase(Locale.ROOT);
        if (known.length() > LONGEST_LOGIN || !ChangePassword.isPossible(password)) {
            return new Attempt.Refused();
        }
        var wait = attempts.tooMany(known, origin.address());
        if (wait.isPresent()) {
            return new Attempt.TooMany(wait.get());
        }
        var account = accounts.findLocal(known);
        var hash = account.flatMap(one -> accounts.passwordHash(one.id()));
        var matches = passwords.matches(password, hash);
        if (matches.isEmpty()) {
            return new Attempt.TooMany(BUSY);
        }
        var now = clock.instant();
        var active = account.filter(one -> one.isActive(now));
        if (!matches.get() || active.isEmpty()) {
            audit.record(
                    Draft.of(
                            Actor.TALLYPORT,
                            Action.SIGN_IN_FAILED,
                            account.map(one -> target(one.id())).orElse(UNKNOWN),
                            Map.of()));
            return new Attempt.Refused();
        }
        attempts.succeeded(known, origin.address());
        return openSessions
                .open(active.get(), hash.orElseThrow(), now)
                .<Attempt>map(started -> started)
                .orElseGet(Attempt.Refused::new);
    }

    /// Ends one session for good.
    public void out(Viewer viewer, CurrentSession.Session session) {
        openSessions.close(viewer, session);
    }

    static String target(AccountId id) {
        return "account:" + id.value();
    }
}
