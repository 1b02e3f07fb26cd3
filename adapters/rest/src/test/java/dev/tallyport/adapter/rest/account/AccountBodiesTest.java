package dev.tallyport.adapter.rest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.account.AdministerAccounts.Change;
import dev.tallyport.application.account.AdministerAccounts.Offered;
import dev.tallyport.application.account.AdministerAccounts.Wanted;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountBodiesTest {

    private static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");

    private static final SignInAccount ADA =
            new SignInAccount(
                    new AccountId(12),
                    new Principal.Person(7),
                    Optional.empty(),
                    "ada",
                    "Ada Lovelace",
                    Optional.of("ada@example.com"),
                    true,
                    true,
                    Optional.of(EXPIRY),
                    Instant.EPOCH,
                    Optional.empty());

    @Test
    void aLoginIsEnoughForAnAccount() {
        var wanted = NewAccount.of("{\"login\":\"ada\"}".getBytes(UTF_8)).wanted();

        assertThat(wanted)
                .isEqualTo(
                        new Wanted(
                                "ada",
                                "",
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void everythingThatIsSaidOfAnAccountIsWanted() {
        var sent =
                """
                {
                  "login": "ada", "name": "Ada", "address": "ada@example.com",
                  "addressVerified": true, "person": 7, "expiresAt": "2027-01-01T00:00:00Z"
                }
                """;

        var wanted = NewAccount.of(sent.getBytes(UTF_8)).wanted();

        assertThat(wanted)
                .isEqualTo(
                        new Wanted(
                                "ada",
                                "Ada",
                                Optional.of("ada@example.com"),
                                true,
                                Optional.of(new Principal.Person(7)),
                                Optional.of(EXPIRY)));
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        assertThat(change("{}"))
                .isEqualTo(
                        new Change(
                                "Ada Lovelace",
                                Optional.of("ada@example.com"),
                                true,
                                true,
                                Optional.of(EXPIRY)));
    }

    @Test
    void nullClearsWhatCanBeMissing() {
        var change = change("{\"address\":null,\"addressVerified\":false,\"expiresAt\":null}");

        assertThat(change)
                .isEqualTo(
                        new Change(
                                "Ada Lovelace", Optional.empty(), false, true, Optional.empty()));
    }

    @Test
    void nullIsWrongForWhatCannotBeMissing() {
        assertThatThrownBy(
                        () -> change("{\"name\":null,\"addressVerified\":null,\"enabled\":null}"))
                .hasMessage("400 Members are wrong: name, addressVerified, enabled");
    }

    @Test
    void aResetIsAPathWhoseTokenNoServerSees() {
        var view = ResetView.of(new Offered(ADA, "token", EXPIRY));

        assertThat(view.path()).isEqualTo("/#reset-password=token");
        assertThat(view.expiresAt()).isEqualTo(EXPIRY);
        assertThat(view.toString()).doesNotContain("token");
        assertThat(CreatedAccountView.of(new Offered(ADA, "token", EXPIRY)).toString())
                .doesNotContain("token");
    }

    private static Change change(String sent) {
        return AccountChange.of(sent.getBytes(UTF_8), ADA).change();
    }
}
