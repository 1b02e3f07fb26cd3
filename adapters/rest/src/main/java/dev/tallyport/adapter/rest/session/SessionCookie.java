package dev.tallyport.adapter.rest.session;

import dev.tallyport.application.account.CurrentSession;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/// The cookie that holds the token of a session: out of reach of scripts, and sent by no other
/// site's requests but plain links.
final class SessionCookie {

    private SessionCookie() {}

    /// @param secure whether it is sent over HTTPS alone
    static NewCookie of(String token, Duration left, boolean secure) {
        return new NewCookie.Builder(CurrentSession.COOKIE)
                .value(token)
                .path("/")
                .maxAge(Math.toIntExact(Math.max(0, left.toSeconds())))
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX)
                .build();
    }

    /// Has it forgotten.
    static NewCookie cleared(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
