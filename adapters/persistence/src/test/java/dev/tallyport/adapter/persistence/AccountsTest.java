package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AccountsTest {

    private static final Provided PROVIDED = new Provided("https://id.example.org", "4711");
    private static final Instant LATER = AT.plusSeconds(60);
    private static final Duration WAITING = Duration.ofMillis(200);

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresAccounts accounts = database.accounts;
    private final PostgresSessions sessions = database.sessions;
    private final Principal.Person ada = database.person("Ada");

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<SignInAccount> provide(Provided provided, String login) {
        return accounts.create(
                new Accounts.Draft(
                        ada,
                        Optional.of(provided),
                        login,
                        "Ada",
                        Optional.of("ada@example.org"),
                        true,
                        Optional.of(LATER)),
                AT);
    }

    @Test
    void anAccountIsFoundAsCreated() {
        var local = database.account(ada, "ada");
        var provided = provide(PROVIDED, "ada").orElseThrow();

        assertThat(provided)
                .isEqualTo(
                        new SignInAccount(
                                provided.id(),
                                ada,
                                Optional.of(PROVIDED),
                                "ada",
                                "Ada",
                                Optional.of("ada@example.org"),
                                true,
                                true,
                                Optional.of(LATER),
                                AT,
                                Optional.empty()));
        assertThat(local.isLocal()).isTrue();
        assertThat(accounts.find(local.id())).contains(local);
        assertThat(accounts.findLocal("ada")).contains(local);
        assertThat(accounts.findProvided(PROVIDED)).contains(provided);
        assertThat(accounts.of(ada)).containsExactly(local, provided);
        assertThat(accounts.find(new AccountId(-1))).isEmpty();
        assertThat(accounts.findLocal("4711")).isEmpty();
    }

    @Test
    void whatIsTakenIsNotCreatedAgain() {
        database.account(ada, "ada");
        provide(PROVIDED, "one");

        assertThat(
                        accounts.create(
                                new Accounts.Draft(
                                        ada,
                                        Optional.empty(),
                                        "ada",
                                        "Another",
                                        Optional.empty(),
                                        false,
                                        Optional.empty()),
                                AT))
                .isEmpty();
        assertThat(provide(PROVIDED, "other")).isEmpty();
        assertThat(provide(new Provided("https://other.example.org", "4711"), "one")).isPresent();
    }

    @Test
    void savingTakesOverAllThatCanBeChanged() {
        var account = provide(PROVIDED, "ada").orElseThrow();
        var changed =
                new SignInAccount(
                        account.id(),
                        ada,
                        account.provided(),
                        "lovelace",
                        "Lovelace",
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty(),
                        account.createdAt(),
                        account.lastSignedInAt());

        accounts.save(changed);

        assertThat(accounts.find(account.id())).contains(changed);
    }

    @Test
    void signingInIsNoted() {
        var account = database.account(ada, "ada");

        accounts.signedIn(account.id(), LATER);

        assertThat(accounts.find(account.id()).orElseThrow().lastSignedInAt()).contains(LATER);
    }

    @Test
    void accountsAreFoundByLoginNameOrAddressAPageAtATime() {
        var first = database.account(ada, "ada", Optional.of("Countess@example.org"), false);
        var sameLogin = provide(PROVIDED, "ada").orElseThrow();
        var bob = database.account(ada, "bob");

        assertThat(accounts.search("", Optional.empty(), 2)).containsExactly(first, sameLogin);
        assertThat(accounts.search("", Optional.of(first.id()), 2)).containsExactly(sameLogin, bob);
        assertThat(accounts.search("", Optional.of(bob.id()), 2)).isEmpty();
        assertThat(accounts.search("BOB", Optional.empty(), 9)).containsExactly(bob);
        assertThat(accounts.search("name of", Optional.empty(), 9)).containsExactly(first, bob);
        assertThat(accounts.search("COUNTESS", Optional.empty(), 9)).containsExactly(first);
        assertThat(accounts.search("%", Optional.empty(), 9)).isEmpty();
    }

    @Test
    void whatNoLoginHoldsFindsNothing() {
        assertThat(accounts.findLocal("a\0da")).isEmpty();
        assertThat(accounts.search("\0", Optional.empty(), 9)).isEmpty();
    }

    @Test
    void anAccountHasNoPasswordUntilOneIsChosen() {
        var account = database.account(ada, "ada");
        assertThat(accounts.passwordHash(account.id())).isEmpty();

        accounts.setPasswordHash(account.id(), "hash");

        assertThat(accounts.passwordHash(account.id())).contains("hash");
    }

    @Test
    void aResetIsGoodOnceUntilItExpires() {
        var account = database.account(ada, "ada");
        accounts.offerReset(account.id(), "digest", LATER);

        assertThat(accounts.takeReset("another", AT)).isEmpty();
        assertThat(accounts.takeReset("digest", LATER)).isEmpty();
        assertThat(accounts.takeReset("digest", AT)).contains(account.id());
        assertThat(accounts.takeReset("digest", AT)).isEmpty();
    }

    @Test
    void aNewResetTakesThePlaceOfTheOneBefore() {
        var account = database.account(ada, "ada");
        accounts.offerReset(account.id(), "first", LATER);

        accounts.offerReset(account.id(), "second", LATER);

        assertThat(accounts.takeReset("first", AT)).isEmpty();
        assertThat(accounts.takeReset("second", AT)).contains(account.id());
    }

    @Test
    void ofTwoWhoTakeAResetAtOnceOneFindsNothing() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            var account = one.account(one.person("Ada"), "ada");
            one.accounts.offerReset(account.id(), "digest", LATER);
            one.commit();

            assertThat(one.accounts.takeReset("digest", AT)).contains(account.id());
            var slower =
                    CompletableFuture.supplyAsync(
                            () -> other.accounts.takeReset("digest", AT), Postgres.AT_ONCE);
            assertThat(slower).failsWithin(WAITING);
            one.commit();

            assertThat(slower).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void whoeverCreatesAProvidedAccountKeepsOthersOfItWaiting() {
        var name = Postgres.newDatabase();
        try (var one = AccessDatabase.in(Postgres.connect(name));
                var other = AccessDatabase.in(Postgres.connect(name))) {
            one.accounts.lock(PROVIDED);
            other.accounts.lock(new Provided("https://id.example.org", "4712"));

            var waiting =
                    CompletableFuture.runAsync(
                            () -> other.accounts.lock(PROVIDED), Postgres.AT_ONCE);
            assertThat(waiting).failsWithin(WAITING);
            one.commit();

            assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aSessionLastsUntilItIsOverOrEnded() {
        var account = database.account(ada, "ada");
        sessions.start(account.id(), "digest", AT, LATER);

        assertThat(sessions.account("digest", AT)).contains(account.id());
        assertThat(sessions.account("digest", LATER)).isEmpty();
        assertThat(sessions.account("another", AT)).isEmpty();

        sessions.end("digest");
        assertThat(sessions.account("digest", AT)).isEmpty();
    }

    @Test
    void allSessionsOfAnAccountEndButTheOneThatGoesOn() {
        var account = database.account(ada, "ada");
        var other = database.account(ada, "other");
        sessions.start(account.id(), "one", AT, LATER);
        sessions.start(account.id(), "two", AT, LATER);
        sessions.start(other.id(), "three", AT, LATER);

        sessions.endAll(account.id(), Optional.of("two"));
        assertThat(sessions.account("one", AT)).isEmpty();
        assertThat(sessions.account("two", AT)).isPresent();

        sessions.endAll(account.id(), Optional.empty());
        assertThat(sessions.account("two", AT)).isEmpty();
        assertThat(sessions.account("three", AT)).isPresent();
    }

    @Test
    void anAccountIsRemovedWithItsSessionsAndResets() {
        var account = database.account(ada, "ada");
        sessions.start(account.id(), "session", AT, LATER);
        accounts.offerReset(account.id(), "reset", LATER);

        accounts.remove(account.id());

        assertThat(accounts.find(account.id())).isEmpty();
        assertThat(sessions.account("session", AT)).isEmpty();
        assertThat(accounts.takeReset("reset", AT)).isEmpty();
        assertThat(database.people.find(ada)).isPresent();
    }

    @Test
    void whatAProviderHandedOutIsKeptUntilItIsOverOrEnded() {
        sessions.keep("digest", PROVIDED, new byte[] {1}, LATER);
        sessions.keep("digest", PROVIDED, new byte[] {2, 0}, LATER);
        sessions.keep("other", new Provided("x", "4711"), new byte[] {3}, LATER);

        assertThat(sessions.kept("digest", AT)).hasValue(new byte[] {2, 0});
        assertThat(sessions.kept("digest", LATER)).isEmpty();

        sessions.endAll(PROVIDED);
        assertThat(sessions.kept("digest", AT)).isEmpty();
        assertThat(sessions.kept("other", AT)).isPresent();

        sessions.end("other");
        assertThat(sessions.kept("other", AT)).isEmpty();
    }

    @Test
    void whatIsOverIsForgotten() {
        var account = database.account(ada, "ada");
        sessions.start(account.id(), "over", AT, AT);
        sessions.start(account.id(), "goes on", AT, LATER);
        sessions.keep("over", PROVIDED, new byte[] {1}, AT);
        accounts.offerReset(account.id(), "over", AT);

        sessions.sweep(AT);

        assertThat(database.count("session")).isEqualTo(1);
        assertThat(database.count("provider_session")).isZero();
        assertThat(database.count("password_reset")).isZero();
    }
}
