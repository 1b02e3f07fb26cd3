package dev.tallyport.adapter.security;

import dev.tallyport.application.access.Identifying;
import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Everything that credentials are looked up in, in memory, and the real use case on top.
final class Installation {

    static final String BOOTSTRAP_KEY = "a-key-of-more-than-thirty-two-characters";

    /// A key at the moment at which it is known.
    record Issued(ServiceUser user, ServiceKey key, String secret) {}

    /// A session at the moment at which its token is known.
    record Started(SignInAccount account, String token) {}

    final MovableClock clock = new MovableClock();
    final InMemoryServiceUsers serviceUsers = new InMemoryServiceUsers();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemorySessions sessions = new InMemorySessions();
    final NewPeople people = new NewPeople();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final InstallationSecret secret = secret("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    final TaggedSecrets secrets = new TaggedSecrets(secret);
    final Identities identities;

    Installation() {
        this(new SignInWays(true, false));
    }

    Installation(SignInWays ways) {
        identities =
                new Identities(
                        Identifying.with(
                                serviceUsers,
                                accounts,
                                sessions,
                                people,
                                ways,
                                secrets,
                                new NoRights(),
                                audit,
                                clock),
                        secrets,
                        secret);
    }

    static InstallationSecret secret(String base64) {
        return new InstallationSecret(Optional.of(base64));
    }

    KeyAuthenticationMechanism mechanism() {
        return new KeyAuthenticationMechanism(Optional.of(BOOTSTRAP_KEY), secrets);
    }

    Issued issue(String name) {
        return issue(name, Optional.empty());
    }

    Issued issue(String name, Optional<Instant> expiresAt) {
        var now = clock.instant();
        var user = serviceUsers.create(name, Optional.empty(), "admin", now).orElseThrow();
        var key = secrets.newKey();
        return new Issued(
                user,
                serviceUsers.add(
                        user.id(),
                        "first",
                        secrets.digestOf(key),
                        secrets.prefixOf(key),
                        expiresAt,
                        now),
                key);
    }

    Started signIn(String login) {
        var now = clock.instant();
        var account =
                accounts.create(
                                new Accounts.Draft(
                                        people.create(login, now).id(),
                                        Optional.empty(),
                                        login,
                                        login,
                                        Optional.empty(),
                                        false,
                                        Optional.empty()),
                                now)
                        .orElseThrow();
        var token = secrets.newToken();
        sessions.start(account.id(), secrets.digestOf(token), now, now.plus(Duration.ofHours(12)));
        return new Started(account, token);
    }
}
