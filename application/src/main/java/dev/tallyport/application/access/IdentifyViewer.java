package dev.tallyport.application.access;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInWays;
import dev.tallyport.application.flag.UnknownFlags;
import dev.tallyport.application.serviceuser.Secrets;
import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceUsers;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Turns a proof of who somebody is into a viewer with the rights of this moment. What proves
/// nothing, or nothing any more, gives none.
@ApplicationScoped
public class IdentifyViewer {

    /// A viewer by an account.
    public record Identified(Viewer viewer, AccountId account) {}

    /// Whose projects an identity provider's attributes name.
    private static final String PROJECTS_OF = "codemie";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final ServiceUsers serviceUsers;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ProvidedAccounts providedAccounts;
    private final SignInWays ways;
    private final Secrets secrets;
    private final Rights rights;
    private final InstantSource clock;
    private final UnknownFlags unknownFlags = new UnknownFlags();

    IdentifyViewer(
            ServiceUsers serviceUsers,
            Accounts accounts,
            Sessions sessions,
            ProvidedAccounts providedAccounts,
            SignInWays ways,
            Secrets secrets,
            Rights rights,
            InstantSource clock) {
        this.serviceUsers = serviceUsers;
        this.accounts = accounts;
        this.sessions = sessions;
        this.providedAccounts = providedAccounts;
        this.ways = ways;
        this.secrets = secrets;
        this.rights = rights;
        this.clock = clock;
    }

    /// Whoever holds the key of the configuration.
    @Transactional
    public Viewer byBootstrapKey() {
        var principal = new Principal.BootstrapKey();
        var held = rights.of(principal, Set.of());
        return viewer(
                new Account(
                        principal,
                        "bootstrap key",
                        true,
                        Optional.empty(),
                        Role.ADMIN.in(new Scope.Enterprise()),
                        Set.of(),
                        Set.of(),
                        Set.of()),
                held.flags(),
                clock.instant());
    }

    @Transactional
    public Optional<Viewer> byKey(String key) {
        if (!secrets.mayBeKey(key)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return serviceUsers
                .byDigest(secrets.digestOf(key))
                .filter(holder -> isGood(holder, now))
                .map(holder -> {
                    noteUse(holder.key(), now);
                    return viewer(holder, now);
                });
    }

    private static boolean isGood(ServiceUsers.Holder holder, Instant now) {
        var user = holder.user();
        return holder.key().status(now) == ServiceKey.Status.ACTIVE
                && user.enabled()
                && user.expiresAt().map(now::isBefore).orElse(true);
    }

    private void noteUse(ServiceKey key, Instant now) {
        if (key.lastUsedAt().filter(at -> at.plus(USE_NOTED_EVERY).isAfter(now)).isEmpty()) {
            serviceUsers.used(key.id(), now);
        }
    }

    private Viewer viewer(ServiceUsers.Holder holder, Instant now) {
        var user = holder.user();
        var held = rights.of(user.id(), Set.of());
        return viewer(
                new Account(
                        user.id(),
                        user.name(),
                        user.enabled(),
                        user.expiresAt(),
                        held.grants(),
                        held.linkedTo(),
                        held.memberOf(),
                        Set.of()),
                held.flags(),
                now);
    }

    /// By the token of a session of a local account.
    @Transactional
    public Optional<Identified> bySession(String token) {
        if (!ways.password()) {
            return Optional.empty();
        }
        var now = clock.instant();
        return sessions.account(secrets.digestOf(token), now)
                .flatMap(accounts::find)
                .filter(account -> account.isLocal() && account.isActive(now))
                .map(account -> {
                    var held = rights.of(account.person(), Set.of());
                    return identified(account, held, held.grants(), Set.of(), now);
                });
    }

    /// By what an identity provider states. Somebody it never spoke of before gets an account.
    @Transactional
    public Optional<Identified> byToken(TokenClaims claims) {
        var now = clock.instant();
        return Optional.of(providedAccounts.of(claims))
                .filter(account -> account.isActive(now))
                .map(account -> identified(account, claims, now));
    }

    private Identified identified(SignInAccount account, TokenClaims claims, Instant now) {
        var held = rights.of(account.person(), claims.groups());
        var grants = new HashSet<Grant>(held.grants());
        if (claims.admin()) {
            grants.addAll(Role.ADMIN.in(new Scope.Enterprise()));
        }
        if (!claims.administeredProjects().isEmpty()) {
            rights.named(claims.administeredProjects(), PROJECTS_OF)
                    .forEach(project ->
                            grants.addAll(Role.ADMIN.in(new Scope.Organization(project))));
        }
        var ownWithin =
                claims.projects().isEmpty()
                        ? Set.<VendorOrganization>of()
                        : rights.named(claims.projects(), PROJECTS_OF);
        return identified(account, held, grants, ownWithin, now);
    }

    private Identified identified(
            SignInAccount account,
            Rights.Held held,
            Set<Grant> grants,
            Set<VendorOrganization> ownWithin,
            Instant now) {
        var memberOf = new HashSet<>(held.memberOf());
        memberOf.addAll(ownWithin);
        return new Identified(
                viewer(
                        new Account(
                                account.person(),
                                account.name(),
                                account.enabled(),
                                account.expiresAt(),
                                grants,
                                held.linkedTo(),
                                memberOf,
                                ownWithin),
                        held.flags(),
                        now),
                account.id());
    }

    private Viewer viewer(Account account, Flags flags, Instant now) {
        var viewer = new Viewer(account, flags, now);
        unknownFlags.report(Flag.EXPOSE_PERSONAL_ANALYTICS, viewer.personalAnalytics());
        return viewer;
    }
}
