package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts, and what is needed to sign in with them. Read fresh: what another instance changed a
/// moment ago is in it.
public interface Accounts {

    /// What a new account begins with.
    record Draft(
            Principal.Person person,
            Optional<Provided> provided,
            String login,
            String name,
            Optional<String> address,
            boolean addressVerified,
            Optional<Instant> expiresAt) {}

    /// Waits until no other transaction creates this account, and keeps others waiting until this
    /// one ends.
    void lock(Provided account);

    /// @return empty when the login of a local account, or the id of a provided one, is taken
    Optional<SignInAccount> create(Draft draft, Instant at);

    /// By login; those whose login, name or address holds the text in whatever case.
    ///
    /// @param after only those that come after this login and number; empty from the first on
    /// @param most above zero
    List<SignInAccount> search(String text, Optional<AccountId> after, int most);

    Optional<SignInAccount> find(AccountId id);

    Optional<SignInAccount> findLocal(String login);

    Optional<SignInAccount> findProvided(Provided provided);

    List<SignInAccount> of(Principal.Person person);

    /// Takes over all that can be changed of it.
    void save(SignInAccount account);

    /// As an identity provider describes it now; what is decided here stays as it is.
    void describe(
            AccountId id,
            String login,
            String name,
            Optional<String> address,
            boolean addressVerified);

    /// Whether it is enabled and its password is still the one of this hash. Until the transaction
    /// ends, neither changes.
    boolean stillHas(AccountId id, String passwordHash);

    /// With the last account of a person, and of whoever is one with them, all goes that they kept
    /// for themselves or shared: views and preferences.
    void remove(AccountId id);

    void signedIn(AccountId id, Instant at);

    /// Empty while none was chosen yet.
    Optional<String> passwordHash(AccountId id);

    /// A reset that was offered is good no more.
    void setPasswordHash(AccountId id, String hash);

    /// Offers one reset, which takes the place of any that was offered before.
    ///
    /// @param digest of the token that proves the right to it
    void offerReset(AccountId id, String digest, Instant until);

    /// Uses up the reset of this token: of two who try at once, one finds nothing.
    Optional<AccountId> takeReset(String digest, Instant now);
}
