package dev.tallyport.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.SignIn.Attempt;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.serviceuser.NumberedSecrets;
import dev.tallyport.domain.access.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final String PASSWORD = "correct horse battery";
    private static final String TOKEN = "token-0001-known-to-its-holder";

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemorySessions sessions = new InMemorySessions();
    private final CountingPasswords passwords = new CountingPasswords();
    private final FewAttempts attempts = new FewAttempts();
    private final NumberedSecrets secrets = new NumberedSecrets();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final SignIn signIn = signIn(true);
    private final SignInAccount ann = accounts.local(new Principal.Person(1), "ann", NOW);

    SignInTest() {
        accounts.setPasswordHash(ann.id(), passwords.hash(PASSWORD));
    }

    private SignIn signIn(boolean localAccounts) {
        return new SignIn(
                accounts,
                new OpenSessions(accounts, sessions, secrets, audit),
                passwords,
                attempts,
                new SignInWays(localAccounts, false),
                audit,
                () -> Optional.of("192.0.2.1"),
                () -> NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Ann", " ANN "})
    void theRightPasswordStartsASession(String login) {
        var attempt = signIn.withPassword(login, PASSWORD);

        var until = NOW.plus(Duration.ofHours(12));
        assertThat(attempt).isEqualTo(new Attempt.SignedIn(TOKEN, until));
        assertThat(sessions.account(secrets.digestOf(TOKEN), NOW)).contains(ann.id());
        assertThat(sessions.account(secrets.digestOf(TOKEN), until)).isEmpty();
        assertThat(accounts.find(ann.id()).flatMap(SignInAccount::lastSignedInAt)).contains(NOW);
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                new Actor(ann.person(), "ann"),
                                Action.SIGNED_IN,
                                "account:1",
                                Map.of()));
    }

    @Test
    void anAccountThatIsGoodForNothingIsRefusedLikeAWrongPassword() {
        var expired = accounts.local(new Principal.Person(2), "bob", NOW);
        accounts.expire(expired, NOW);
        accounts.setPasswordHash(expired.id(), passwords.hash(PASSWORD));
        var disabled = accounts.local(new Principal.Person(3), "cid", NOW);
        accounts.disable(disabled);
        accounts.setPasswordHash(disabled.id(), passwords.hash(PASSWORD));
        accounts.local(new Principal.Person(4), "dan", NOW);

        assertThat(signIn.withPassword("ann", "wrong"))
                .isEqualTo(signIn.withPassword("bob", PASSWORD))
                .isEqualTo(signIn.withPassword("cid", PASSWORD))
                .isEqualTo(signIn.withPassword("dan", PASSWORD))
                .isEqualTo(signIn.withPassword("nobody", PASSWORD))
                .isEqualTo(new Attempt.Refused());
        assertThat(passwords.checks()).isEqualTo(5);
        assertThat(audit.entries())
                .extracting(Draft::action, Draft::target)
                .containsExactly(
                        refused(idOf("ann")),
                        refused(idOf("bob")),
                        refused(idOf("cid")),
                        refused(idOf("dan")),
                        refused("unknown"));
    }

    private String idOf(String login) {
        return Long.toString(accounts.findLocal(login).orElseThrow().id().value());
    }

    private static org.assertj.core.groups.Tuple refused(String login) {
        return org.assertj.core.groups.Tuple.tuple(Action.SIGN_IN_FAILED, "account:" + login);
    }

    @Test
    void whoeverTriesTooOftenWaitsAndNoPasswordIsChecked() {
        for (int tried = 0; tried < FewAttempts.MOST; tried++) {
            signIn.withPassword("ann", "wrong");
        }

        var attempt = signIn.withPassword("ann", PASSWORD);

        assertThat(attempt).isEqualTo(new Attempt.TooMany(FewAttempts.WAIT));
        assertThat(passwords.checks()).isEqualTo(FewAttempts.MOST);
    }

    @Test
    void successForgetsTheAttemptsBefore() {
        for (int tried = 0; tried < 3 * FewAttempts.MOST; tried++) {
            assertThat(signIn.withPassword("ann", PASSWORD)).isInstanceOf(Attempt.SignedIn.class);
        }
    }

    @Test
    void anAccountThatIsGoodForNothingNeverForgetsAttempts() {
        accounts.disable(ann);
        for (int tried = 0; tried < FewAttempts.MOST; tried++) {
            signIn.withPassword("ann", PASSWORD);
        }

        assertThat(signIn.withPassword("ann", PASSWORD)).isInstanceOf(Attempt.TooMany.class);
    }

    @Test
    void whileTooManyPasswordsAreCheckedOneWaits() {
        passwords.beBusy();

        assertThat(signIn.withPassword("ann", PASSWORD)).isInstanceOf(Attempt.TooMany.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whatNobodyCouldHaveIsNotChecked() {
        assertThat(signIn.withPassword("ann", "")).isEqualTo(new Attempt.Refused());
        assertThat(signIn.withPassword("ann", "x".repeat(257))).isEqualTo(new Attempt.Refused());
        assertThat(signIn.withPassword("x".repeat(201), PASSWORD)).isEqualTo(new Attempt.Refused());
        assertThat(passwords.checks()).isZero();
    }

    @Test
    void whereSignInWaysAreSwitchedOffNobodySignsIn() {
        assertThat(signIn(false).withPassword("ann", PASSWORD))
                .isEqualTo(new Attempt.SwitchedOff());
        assertThat(passwords.checks()).isZero();
    }

    @Test
    void aPasswordThatWasChangedWhileItWasCheckedStartsNoSession() {
        var checked = accounts.passwordHash(ann.id()).orElseThrow();
        accounts.setPasswordHash(ann.id(), passwords.hash("another password"));

        var opened = new OpenSessions(accounts, sessions, secrets, audit).open(ann, checked, NOW);

        assertThat(opened).isEmpty();
        assertThat(sessions.account(secrets.digestOf(TOKEN), NOW)).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void signingOutEndsTheSession() {
        signIn.withPassword("ann", PASSWORD);
        var digest = secrets.digestOf(TOKEN);

        signIn.out(Viewers.holding(), new CurrentSession.Session(ann.id(), digest, true, "csrf"));

        assertThat(sessions.account(digest, NOW)).isEmpty();
        assertThat(audit.entries())
                .last()
                .extracting(Draft::action, Draft::target)
                .containsExactly(Action.SIGNED_OUT, "account:1");
    }

    @Test
    void secretsAreNeitherPrintedNorRecorded() {
        var attempt = signIn.withPassword("ann", PASSWORD);
        signIn.withPassword("ann", "a wrong password");

        assertThat(attempt.toString()).doesNotContain(TOKEN);
        assertThat(audit.entries().toString())
                .doesNotContain(TOKEN, PASSWORD, "a wrong password", passwords.hash(PASSWORD));
        assertThat(new CurrentSession.Session(ann.id(), "digest", true, "csrf-token").toString())
                .doesNotContain("csrf-token");
    }
}
