package dev.tallyport.adapter.rest.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.adapter.rest.GrantView;
import dev.tallyport.application.account.CurrentSession.Session;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.domain.access.Permission;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionViewTest {

    @Test
    void aSessionTellsItsTokenAgainstForgery() {
        var session = new Session(new AccountId(12), "digest", true, "csrf");

        var view = SessionView.of(AnyViewer.who(Permission.VIEW_SOURCES), Optional.of(session));

        assertThat(view)
                .isEqualTo(
                        new SessionView(
                                "person:7",
                                "Ada Lovelace",
                                List.of(new GrantView("ViewSources", null)),
                                "csrf",
                                true));
    }

    @Test
    void aKeyHasNoSession() {
        var view = SessionView.of(AnyViewer.who(), Optional.empty());

        assertThat(view.csrfToken()).isNull();
        assertThat(view.local()).isNull();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = SessionCookie.of("token", Duration.ofHours(12), true);

        assertThat(cookie.getName()).isEqualTo("tallyport_session");
        assertThat(cookie.getValue()).isEqualTo("token");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(43_200);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(SameSite.LAX);
    }

    @Test
    void theCookieIsForgottenUnderTheSameNameAndPath() {
        var cleared = SessionCookie.cleared(false);

        assertThat(cleared.getName()).isEqualTo("tallyport_session");
        assertThat(cleared.getValue()).isEmpty();
        assertThat(cleared.getPath()).isEqualTo("/");
        assertThat(cleared.getMaxAge()).isZero();
        assertThat(cleared.isSecure()).isFalse();
    }

    @Test
    void whatIsSecretIsNotWrittenToLogs() {
        var sent = "{\"login\":\"ada\",\"password\":\"hunter2\"}".getBytes(UTF_8);
        var session = new Session(new AccountId(12), "digest", true, "hunter2");

        assertThat(Credentials.of(sent).toString()).doesNotContain("hunter2");
        assertThat(new NewPassword("hunter2", "hunter2").toString()).doesNotContain("hunter2");
        assertThat(new PasswordReset("hunter2", "hunter2").toString()).doesNotContain("hunter2");
        assertThat(SessionView.of(AnyViewer.who(), Optional.of(session)).toString())
                .doesNotContain("hunter2");
    }

    @Test
    void loginAndPasswordMustBothBeThere() {
        assertThatThrownBy(() -> Credentials.of("{}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: login, password");
        assertThatThrownBy(() -> NewPassword.of("{}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: current, password");
        assertThatThrownBy(() -> PasswordReset.of("{}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: token, password");
    }
}
