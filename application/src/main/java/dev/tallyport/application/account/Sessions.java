package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import java.time.Instant;
import java.util.Optional;

/// Who is signed in. What is ended here is ended on every instance from the next request on.
public interface Sessions {

    /// @param digest of the token that its holder sends along
    void start(AccountId account, String digest, Instant at, Instant until);

    /// Empty for a session that nobody has, that was ended, or that is over.
    Optional<AccountId> account(String digest, Instant now);

    void end(String digest);

    /// @param except the digest of one that goes on; empty for none
    void endAll(AccountId account, Optional<String> except);

    /// Keeps what an identity provider handed out at a sign-in, sealed, in the place of what was
    /// kept under the same digest.
    void keep(String digest, Provided account, byte[] sealed, Instant until);

    /// Keeps something newer, unless the session was ended meanwhile.
    ///
    /// @return false when it was: nothing is kept then
    boolean renew(String digest, byte[] sealed, Instant until);

    /// What was kept; empty when it was ended or is over.
    Optional<byte[]> kept(String digest, Instant now);

    void endAll(Provided account);

    /// Forgets what is over.
    void sweep(Instant now);
}
