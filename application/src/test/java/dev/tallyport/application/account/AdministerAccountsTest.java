package dev.tallyport.application.account;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.AdministerAccounts.Change;
import dev.tallyport.application.account.AdministerAccounts.Offered;
import dev.tallyport.application.account.AdministerAccounts.Wanted;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.role.InMemoryRoles;
import dev.tallyport.application.role.KeepSomebodyManaging.NobodyLeftException;
import dev.tallyport.application.serviceuser.NumberedSecrets;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdministerAccountsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Viewer MANAGER = Viewers.holding(MANAGE_ACCOUNT_MEMBERSHIP);
    private static final String TOKEN = "token-0001-known-to-its-holder";

    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryRoles roles = new InMemoryRoles(people, accounts);
    private final InMemorySessions sessions = new InMemorySessions();
    private final NumberedSecrets secrets = new NumberedSecrets();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final AdministerAccounts administerAccounts = administerAccounts(true);

    private AdministerAccounts administerAccounts(boolean localAccounts) {
        return new AdministerAccounts(
                accounts,
                sessions,
                people,
                people.linkPeople(audit, () -> NOW),
                roles.keepSomebodyManaging(() -> NOW),
                secrets,
                new SignInWays(localAccounts, false),
                audit,
                () -> NOW);
    }

    private static Wanted wanted(String login) {
        return new Wanted(
                login, "Ann", Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    private static Change change(boolean enabled, Optional<Instant> expiresAt) {
        return new Change("ann", Optional.empty(), false, enabled, expiresAt);
    }

    private SignInAccount manager(String login) {
        var person = people.create(login, NOW).id();
        roles.give(person, "admin", new Scope.Enterprise(), "Tallyport", NOW);
        return accounts.local(person, login, NOW);
    }

    @Test
    void whoeverGetsAnAccountChoosesItsPasswordByAReset() {
        var outcome = administerAccounts.create(MANAGER, wanted("Ann.Lee "));

        var account = accounts.findLocal("ann.lee").orElseThrow();
        var until = NOW.plus(Duration.ofHours(24));
        assertThat(outcome).isEqualTo(Outcome.done(new Offered(account, TOKEN, until)));
        assertThat(accounts.passwordHash(account.id())).isEmpty();
        assertThat(accounts.takeReset(secrets.digestOf(TOKEN), NOW)).contains(account.id());
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                Actor.of(MANAGER),
                                Action.ACCOUNT_CREATED,
                                "account:1",
                                Map.of(
                                        "login", "ann.lee",
                                        "name", "Ann",
                                        "person", "person:1",
                                        "enabled", "true",
                                        "addressVerified", "false")),
                        Draft.of(
                                Actor.of(MANAGER),
                                Action.PASSWORD_RESET_OFFERED,
                                "account:1",
                                Map.of("until", until.toString())));
    }

    @Test
    void theTokenOfAResetIsNeitherPrintedNorRecorded() {
        var outcome = administerAccounts.create(MANAGER, wanted("ann"));

        assertThat(outcome.toString()).contains("Offered").doesNotContain(TOKEN);
        assertThat(audit.entries().toString()).doesNotContain(TOKEN, secrets.digestOf(TOKEN));
    }

    @Test
    void aLoginIsGivenOnceInWhateverCase() {
        accounts.local(people.create("Ann", NOW).id(), "ann", NOW);

        assertThat(administerAccounts.create(MANAGER, wanted("ANN")))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(accounts.all()).hasSize(1);
        assertThat(audit.entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ann lee", ".ann", "änn", "ann\n7"})
    void aLoginThatCannotBeTypedIsRefused(String login) {
        assertThat(administerAccounts.create(MANAGER, wanted(login)))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void anAddressThatIsNotThereCannotBeVerified() {
        var wanted =
                new Wanted(
                        "ann", "Ann", Optional.empty(), true, Optional.empty(), Optional.empty());

        assertThat(administerAccounts.create(MANAGER, wanted)).isInstanceOf(Outcome.Invalid.class);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void whatIsChangedIsRecordedAsItWasAndAsItIs() {
        var ann = accounts.local(people.create("Ann", NOW).id(), "ann", NOW);

        administerAccounts.change(
                MANAGER,
                ann.id(),
                new Change(
                        "Ann Lee", Optional.of("ann@example.org"), true, true, Optional.empty()));

        assertThat(audit.entries())
                .singleElement()
                .isEqualTo(
                        new Draft(
                                Actor.of(MANAGER),
                                Action.ACCOUNT_CHANGED,
                                "account:1",
                                Map.of(
                                        "login", "ann",
                                        "name", "ann",
                                        "person", "person:1",
                                        "enabled", "true",
                                        "addressVerified", "false"),
                                Map.of(
                                        "login", "ann",
                                        "name", "Ann Lee",
                                        "person", "person:1",
                                        "enabled", "true",
                                        "address", "ann@example.org",
                                        "addressVerified", "true")));
    }

    static List<Change> endings() {
        return List.of(change(false, Optional.empty()), change(true, Optional.of(NOW)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void anAccountThatIsGoodForNothingAnyMoreIsSignedOutEverywhere(Change ending) {
        var ann = accounts.local(people.create("Ann", NOW).id(), "ann", NOW);
        sessions.start(ann.id(), "anns", NOW, NOW.plusSeconds(60));

        administerAccounts.change(MANAGER, ann.id(), ending);

        assertThat(sessions.account("anns", NOW)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void theLastManagerIsNeitherDisabledNorExpired(Change ending) {
        var ann = manager("ann");

        assertThatThrownBy(() -> administerAccounts.change(MANAGER, ann.id(), ending))
                .isInstanceOf(NobodyLeftException.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void theAccountOfTheLastManagerIsNotRemoved() {
        var ann = manager("ann");

        assertThatThrownBy(() -> administerAccounts.remove(MANAGER, ann.id()))
                .isInstanceOf(NobodyLeftException.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void theAccountOfOneOfTwoManagersIsRemovedAndSignedOut() {
        var ann = manager("ann");
        manager("bob");
        sessions.start(ann.id(), "anns", NOW, NOW.plusSeconds(60));

        var outcome = administerAccounts.remove(MANAGER, ann.id());

        assertThat(outcome).isEqualTo(Outcome.done(ann));
        assertThat(accounts.all()).extracting(SignInAccount::login).containsExactly("bob");
        assertThat(people.find(ann.person())).isPresent();
        assertThat(sessions.account("anns", NOW)).isEmpty();
        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(Action.ACCOUNT_REMOVED);
                    assertThat(entry.before()).containsEntry("login", "ann");
                    assertThat(entry.after()).isEmpty();
                });
    }

    @Test
    void whatAnIdentityProviderSaysIsNotChangedHere() {
        var bob =
                accounts.create(
                                new Accounts.Draft(
                                        people.create("Bob", NOW).id(),
                                        Optional.of(new SignInAccount.Provided("idp", "b")),
                                        "bob",
                                        "Bob",
                                        Optional.empty(),
                                        false,
                                        Optional.empty()),
                                NOW)
                        .orElseThrow();

        var renamed = administerAccounts.change(MANAGER, bob.id(), change(true, Optional.empty()));
        var reset = administerAccounts.offerReset(MANAGER, bob.id());
        var disabled =
                administerAccounts.change(
                        MANAGER,
                        bob.id(),
                        new Change("Bob", Optional.empty(), false, false, Optional.empty()));

        assertThat(renamed).isInstanceOf(Outcome.Conflict.class);
        assertThat(reset).isInstanceOf(Outcome.Conflict.class);
        assertThat(disabled).isInstanceOf(Outcome.Done.class);
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void whoeverOnlySeesMembershipChangesNothing() {
        var ann = accounts.local(people.create("Ann", NOW).id(), "ann", NOW);
        sessions.start(ann.id(), "anns", NOW, NOW.plusSeconds(60));
        var viewer = Viewers.holding(VIEW_ACCOUNT_MEMBERSHIP);

        List<Outcome<?>> outcomes =
                List.of(
                        administerAccounts.create(viewer, wanted("bob")),
                        administerAccounts.change(
                                viewer, ann.id(), change(false, Optional.empty())),
                        administerAccounts.remove(viewer, ann.id()),
                        administerAccounts.offerReset(viewer, ann.id()),
                        administerAccounts.endSessions(viewer, ann.id()));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Forbidden);
        assertThat(accounts.all()).containsExactly(ann);
        assertThat(sessions.account("anns", NOW)).isPresent();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void anAccountThatThereIsNotIsUnknown() {
        assertThat(administerAccounts.remove(MANAGER, new AccountId(7)))
                .isEqualTo(new Outcome.Unknown<>("account 7"));
    }

    @Test
    void whereSignInWaysAreSwitchedOffNoneIsCreatedOrReset() {
        var ann = accounts.local(new Principal.Person(1), "ann", NOW);
        var switchedOff = administerAccounts(false);

        assertThat(switchedOff.create(MANAGER, wanted("bob"))).isInstanceOf(Outcome.Conflict.class);
        assertThat(switchedOff.offerReset(MANAGER, ann.id())).isInstanceOf(Outcome.Conflict.class);
        assertThat(accounts.all()).containsExactly(ann);
        assertThat(audit.entries()).isEmpty();
    }
}
