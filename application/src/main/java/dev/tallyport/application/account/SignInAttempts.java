package dev.tallyport.application.account;

import java.time.Duration;
import java.util.Optional;

/// Holds back those who try passwords. Decides at once and in bounded memory, whatever is tried.
public interface SignInAttempts {

    /// Counts an attempt, unless it is one too many.
    ///
    /// @param origin the address it comes from; empty when unknown
    /// @return how long to wait when it is one too many
    Optional<Duration> tooMany(String login, Optional<String> origin);

    /// Forgets the attempts on a login from there.
    void succeeded(String login, Optional<String> origin);
}
