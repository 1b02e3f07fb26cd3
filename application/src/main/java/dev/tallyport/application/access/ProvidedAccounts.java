package dev.tallyport.application.access;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.person.LinkPeople;
import dev.tallyport.application.person.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Keeps an account for everybody whom an identity provider speaks of, as it last described them.
@ApplicationScoped
class ProvidedAccounts {

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final People people;
    private final LinkPeople linkPeople;
    private final AuditTrail audit;
    private final InstantSource clock;

    ProvidedAccounts(
            Accounts accounts,
            People people,
            LinkPeople linkPeople,
            AuditTrail audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.people = people;
        this.linkPeople = linkPeople;
        this.audit = audit;
        this.clock = clock;
    }

    /// As it is now; created, or brought up to date, where that is needed.
    SignInAccount of(TokenClaims claims) {
        var now = clock.instant();
        var known = accounts.findProvided(claims.account());
        if (known.isEmpty()) {
            return create(claims, now);
        }
        var account = known.get();
        if (!account.isActive(now)) {
            return account;
        }
        var described = described(account, claims);
        if (!described.equals(account)) {
            describe(account, described);
        }
        if (account.lastSignedInAt()
                .filter(at -> at.plus(USE_NOTED_EVERY).isAfter(now))
                .isEmpty()) {
            accounts.signedIn(account.id(), now);
        }
        return described;
    }

    private void describe(SignInAccount before, SignInAccount after) {
        accounts.describe(
                after.id(), after.login(), after.name(), after.address(), after.addressVerified());
        audit.record(
                new Draft(
                        Actor.TALLYPORT,
                        Action.ACCOUNT_CHANGED,
                        "account:" + after.id().value(),
                        inWords(before),
                        inWords(after)));
        after.address().ifPresent(linkPeople::link);
    }

    private static Map<String, String> inWords(SignInAccount account) {
        return Map.of(
                "login", account.login(),
                "name", account.name(),
                "address", account.address().orElse(""),
                "addressVerified", Boolean.toString(account.addressVerified()));
    }

    private SignInAccount create(TokenClaims claims, Instant now) {
        accounts.lock(claims.account());
        var known = accounts.findProvided(claims.account());
        if (known.isPresent()) {
            return known.get();
        }
        var person = people.create(claims.name(), now);
        var account =
                accounts.create(
                                new Accounts.Draft(
                                        person.id(),
                                        Optional.of(claims.account()),
                                        claims.login(),
                                        claims.name(),
                                        claims.address(),
                                        claims.addressVerified(),
                                        Optional.empty()),
                                now)
                        .orElseThrow();
        accounts.signedIn(account.id(), now);
        audit.record(
                Draft.of(
                        Actor.TALLYPORT,
                        Action.ACCOUNT_CREATED,
                        "account:" + account.id().value(),
                        Map.of(
                                "login", account.login(),
                                "issuer", claims.account().issuer(),
                                "person", Names.of(person.id()))));
        account.address().ifPresent(linkPeople::link);
        return account;
    }

    /// A token that states no address takes none away: not every kind of token states one.
    private static SignInAccount described(SignInAccount account, TokenClaims claims) {
        var isStated = claims.address().isPresent();
        return new SignInAccount(
                account.id(),
                account.person(),
                account.provided(),
                claims.login(),
                claims.name(),
                isStated ? claims.address() : account.address(),
                isStated ? claims.addressVerified() : account.addressVerified(),
                account.enabled(),
                account.expiresAt(),
                account.createdAt(),
                account.lastSignedInAt());
    }
}
