package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.account.CreateFirstAdmin;
import dev.tallyport.application.account.FirstAdmins;
import dev.tallyport.application.account.SignInWays;
import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FirstAdminTest {

    private final Installation installation = new Installation();
    private final Argon2Passwords passwords = new Argon2Passwords(new Refusals(_ -> {}, _ -> {}));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private CreateFirstAdmin createFirstAdmin(boolean localAccounts) {
        return FirstAdmins.with(
                installation.accounts,
                installation.people,
                new GivenRoles(),
                passwords,
                new SignInWays(localAccounts, false),
                installation.audit,
                installation.clock);
    }

    private void start(boolean localAccounts, Optional<String> password) {
        new FirstAdmin(createFirstAdmin(localAccounts), password, console)
                .create(new StartupEvent());
    }

    private String console() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private boolean signsIn(String password) {
        var admin = installation.accounts.findLocal(CreateFirstAdmin.LOGIN).orElseThrow();
        return passwords
                .matches(password, installation.accounts.passwordHash(admin.id()))
                .orElseThrow();
    }

    @Test
    void theFirstStartTellsTheGeneratedPasswordAndNoLaterOneDoes() {
        start(true, Optional.empty());
        var first = console();
        start(true, Optional.empty());

        assertThat(first)
                .matches(
                        "Local account 'admin' was created with the password \\S{27}\\. It is not"
                                + " shown again: change it after signing in\\.\\R");
        assertThat(signsIn(first.substring(52, 79))).isTrue();
        assertThat(console()).isEqualTo(first);
    }

    @Test
    void aPasswordThatWasConfiguredIsNotTold() {
        start(true, Optional.of("chosen by the operator"));

        assertThat(console()).isEmpty();
        assertThat(signsIn("chosen by the operator")).isTrue();
    }

    @Test
    void whereThereAreNoLocalAccountsThereIsNoAdmin() {
        start(false, Optional.empty());

        assertThat(console()).isEmpty();
        assertThat(installation.accounts.findLocal(CreateFirstAdmin.LOGIN)).isEmpty();
    }
}
