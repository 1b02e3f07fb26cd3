package dev.tallyport.application.account;

import dev.tallyport.application.account.SignIn.Attempt;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Begins and ends sessions, each with its entry in the audit log or not at all.
@ApplicationScoped
class OpenSessions {

    private static final Duration LIFE = Duration.ofHours(12);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Secrets secrets;
    private final AuditTrail audit;

    OpenSessions(Accounts accounts, Sessions sessions, Secrets secrets, AuditTrail audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.secrets = secrets;
        this.audit = audit;
    }

    /// @param passwordHash that the password was checked against
    /// @return empty when it was changed, or the account disabled, while it was checked: such a
    ///   change ends all sessions, and none may slip in behind it
    @Transactional
    Optional<Attempt.SignedIn> open(SignInAccount account, String passwordHash, Instant now) {
        if (!accounts.stillHas(account.id(), passwordHash)) {
            return Optional.empty();
        }
        var token = secrets.newToken();
        var until = now.plus(LIFE);
        sessions.start(account.id(), secrets.digestOf(token), now, until);
        accounts.signedIn(account.id(), now);
        audit.record(
                Draft.of(
                        new Actor(account.person(), account.name()),
                        Action.SIGNED_IN,
                        SignIn.target(account.id()),
                        Map.of()));
        return Optional.of(new Attempt.SignedIn(token, until));
    }

    @Transactional
    void close(Viewer viewer, CurrentSession.Session session) {
        sessions.end(session.digest());
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.SIGNED_OUT,
                        SignIn.target(session.account()),
                        Map.of()));
    }
}
