package dev.tallyport.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.serviceuser.NumberedSecrets;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangePasswordTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final String OLD = "correct horse battery";
    private static final String NEW = "staple that is correct";
    private static final String TOKEN = "token-of-a-reset";
    private static final Viewer ANN = Viewers.holding();

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemorySessions sessions = new InMemorySessions();
    private final CountingPasswords passwords = new CountingPasswords();
    private final NumberedSecrets secrets = new NumberedSecrets();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final ChangePassword changePassword = changePassword(true);
    private final SignInAccount ann = accounts.local(new Principal.Person(1), "ann", NOW);
    private final CurrentSession.Session here =
            new CurrentSession.Session(ann.id(), "here", true, "csrf");

    ChangePasswordTest() {
        accounts.setPasswordHash(ann.id(), passwords.hash(OLD));
        sessions.start(ann.id(), "here", NOW, LATER);
        sessions.start(ann.id(), "there", NOW, LATER);
    }

    private ChangePassword changePassword(boolean localAccounts) {
        return new ChangePassword(
                accounts,
                sessions,
                passwords,
                new FewAttempts(),
                secrets,
                new SignInWays(localAccounts, false),
                audit,
                Optional::empty,
                () -> NOW);
    }

    @Test
    void onesOwnPasswordIsChangedAndEveryOtherSessionEnds() {
        var outcome = changePassword.own(ANN, here, OLD, NEW);

        assertThat(outcome).isEqualTo(Outcome.done(ann));
        assertThat(accounts.passwordHash(ann.id())).contains(passwords.hash(NEW));
        assertThat(sessions.account("here", NOW)).contains(ann.id());
        assertThat(sessions.account("there", NOW)).isEmpty();
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                Actor.of(ANN),
                                Action.PASSWORD_CHANGED,
                                "account:1",
                                Map.of("how", "by its holder")));
    }

    @Test
    void sessionsOfOthersGoOn() {
        var bob = accounts.local(new Principal.Person(2), "bob", NOW);
        sessions.start(bob.id(), "bobs", NOW, LATER);

        changePassword.own(ANN, here, OLD, NEW);

        assertThat(sessions.account("bobs", NOW)).contains(bob.id());
    }

    @Test
    void withoutTheRightPasswordNothingChanges() {
        var outcome = changePassword.own(ANN, here, "wrong", NEW);

        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        assertNothingChanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "            ", "🔒🔒🔒🔒🔒🔒"})
    void aPasswordThatIsTooShortIsRefused(String wanted) {
        accounts.offerReset(ann.id(), secrets.digestOf(TOKEN), LATER);

        assertThat(changePassword.own(ANN, here, OLD, wanted)).isInstanceOf(Outcome.Invalid.class);
        assertThat(changePassword.byReset(TOKEN, wanted)).isInstanceOf(Outcome.Invalid.class);
        assertNothingChanged();
        assertThat(changePassword.byReset(TOKEN, NEW)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aPasswordThatIsTooLongIsRefused() {
        assertThat(changePassword.own(ANN, here, OLD, "x".repeat(257)))
                .isInstanceOf(Outcome.Invalid.class);
        assertNothingChanged();
    }

    @Test
    void whoeverTriesTooOftenWaitsAndNoPasswordIsChecked() {
        for (int tried = 0; tried < FewAttempts.MOST; tried++) {
            changePassword.own(ANN, here, "wrong", NEW);
        }

        var outcome = changePassword.own(ANN, here, OLD, NEW);

        assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
        assertThat(passwords.checks()).isEqualTo(FewAttempts.MOST);
        assertNothingChanged();
    }

    @Test
    void whileTooManyPasswordsAreCheckedNothingChanges() {
        passwords.beBusy();

        assertThat(changePassword.own(ANN, here, OLD, NEW)).isInstanceOf(Outcome.Conflict.class);
        assertNothingChanged();
    }

    @Test
    void anAccountOfAnIdentityProviderHasNoPasswordHere() {
        var provided =
                accounts.create(
                                new Accounts.Draft(
                                        new Principal.Person(2),
                                        Optional.of(new SignInAccount.Provided("idp", "bob")),
                                        "bob",
                                        "Bob",
                                        Optional.empty(),
                                        false,
                                        Optional.empty()),
                                NOW)
                        .orElseThrow();

        var outcome =
                changePassword.own(
                        ANN,
                        new CurrentSession.Session(provided.id(), "bobs", false, "csrf"),
                        "anything",
                        NEW);

        assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
        assertThat(accounts.passwordHash(provided.id())).isEmpty();
    }

    @Test
    void aResetIsGoodOnceAndEndsEverySession() {
        accounts.offerReset(ann.id(), secrets.digestOf(TOKEN), LATER);

        var first = changePassword.byReset(TOKEN, NEW);
        var second = changePassword.byReset(TOKEN, "yet another password");

        assertThat(first).isEqualTo(Outcome.done(ann));
        assertThat(second).isInstanceOf(Outcome.Unknown.class);
        assertThat(accounts.passwordHash(ann.id())).contains(passwords.hash(NEW));
        assertThat(sessions.account("here", NOW)).isEmpty();
        assertThat(sessions.account("there", NOW)).isEmpty();
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                new Actor(ann.person(), "ann"),
                                Action.PASSWORD_CHANGED,
                                "account:1",
                                Map.of("how", "by a reset")));
    }

    @Test
    void aResetThatIsOverOrWasReplacedIsGoodForNothing() {
        accounts.offerReset(ann.id(), secrets.digestOf("first"), LATER);
        accounts.offerReset(ann.id(), secrets.digestOf(TOKEN), NOW);

        assertThat(changePassword.byReset("first", NEW)).isInstanceOf(Outcome.Unknown.class);
        assertThat(changePassword.byReset(TOKEN, NEW)).isInstanceOf(Outcome.Unknown.class);
        assertThat(changePassword.byReset("guessed", NEW)).isInstanceOf(Outcome.Unknown.class);
        assertNothingChanged();
    }

    @Test
    void whereSignInWaysAreSwitchedOffNoPasswordChanges() {
        accounts.offerReset(ann.id(), secrets.digestOf(TOKEN), LATER);
        var switchedOff = changePassword(false);

        assertThat(switchedOff.own(ANN, here, OLD, NEW)).isEqualTo(new Outcome.Forbidden<>());
        assertThat(switchedOff.byReset(TOKEN, NEW)).isEqualTo(new Outcome.Forbidden<>());
        assertThat(passwords.checks()).isZero();
        assertNothingChanged();
    }

    @Test
    void secretsAreNotRecorded() {
        accounts.offerReset(ann.id(), secrets.digestOf(TOKEN), LATER);

        changePassword.own(ANN, here, OLD, NEW);
        changePassword.byReset(TOKEN, "yet another password");

        assertThat(audit.entries()).hasSize(2);
        assertThat(audit.entries().toString())
                .doesNotContain(
                        OLD, NEW, TOKEN, "yet another password", passwords.hash(NEW), "digest");
    }

    private void assertNothingChanged() {
        assertThat(accounts.passwordHash(ann.id())).contains(passwords.hash(OLD));
        assertThat(sessions.account("there", NOW)).contains(ann.id());
        assertThat(audit.entries()).isEmpty();
    }
}
