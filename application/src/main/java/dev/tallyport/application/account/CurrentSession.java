package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import java.util.Optional;

/// The session that the request belongs to that is being answered.
public interface CurrentSession {

    /// The cookie that holds the token of a session of a local account.
    String COOKIE = "tallyport_session";

    /// The header in which a request that changes anything proves to know the session's token
    /// against forgery.
    String CSRF_HEADER = "X-CSRF-Token";

    /// @param digest under which it is kept
    /// @param csrfToken what a request that changes anything must prove to know
    record Session(AccountId account, String digest, boolean local, String csrfToken) {

        /// Keeps the token out of logs.
        @Override
        public String toString() {
            return "Session[account=" + account + ", local=" + local + "]";
        }
    }

    /// Empty for a program, which has a key or a token, and for nobody.
    Optional<Session> session();
}
