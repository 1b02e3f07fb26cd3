package dev.tallyport.adapter.security;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class InMemoryAccounts implements Accounts {

    private final Map<Long, SignInAccount> accounts = new TreeMap<>();
    private final Map<AccountId, String> hashes = new HashMap<>();

    @Override
    public void lock(Provided account) {
        // nobody else is here
    }

    @Override
    public Optional<SignInAccount> create(Draft draft, Instant at) {
        var taken =
                draft.provided().isPresent()
                        ? findProvided(draft.provided().get())
                        : findLocal(draft.login());
        if (taken.isPresent()) {
            return Optional.empty();
        }
        var account =
                new SignInAccount(
                        new AccountId(accounts.size() + 1L),
                        draft.person(),
                        draft.provided(),
                        draft.login(),
                        draft.name(),
                        draft.address(),
                        draft.addressVerified(),
                        true,
                        draft.expiresAt(),
                        at,
                        Optional.empty());
        save(account);
        return Optional.of(account);
    }

    @Override
    public List<SignInAccount> search(String text, Optional<AccountId> after, int most) {
        return accounts.values().stream()
                .filter(account -> account.login().contains(text.toLowerCase(Locale.ROOT)))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<SignInAccount> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id.value()));
    }

    @Override
    public Optional<SignInAccount> findLocal(String login) {
        return accounts.values().stream()
                .filter(account -> account.isLocal() && account.login().equals(login))
                .findFirst();
    }

    @Override
    public Optional<SignInAccount> findProvided(Provided provided) {
        return accounts.values().stream()
                .filter(account -> account.provided().equals(Optional.of(provided)))
                .findFirst();
    }

    @Override
    public List<SignInAccount> of(Principal.Person person) {
        return accounts.values().stream()
                .filter(account -> account.person().equals(person))
                .toList();
    }

    @Override
    public void save(SignInAccount account) {
        accounts.put(account.id().value(), account);
    }

    @Override
    public void describe(
            AccountId id,
            String login,
            String name,
            Optional<String> address,
            boolean addressVerified) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean stillHas(AccountId id, String passwordHash) {
        return passwordHash.equals(hashes.get(id));
    }

    @Override
    public void remove(AccountId id) {
        accounts.remove(id.value());
    }

    @Override
    public void signedIn(AccountId id, Instant at) {
        // nobody asks when
    }

    @Override
    public Optional<String> passwordHash(AccountId id) {
        return Optional.ofNullable(hashes.get(id));
    }

    @Override
    public void setPasswordHash(AccountId id, String hash) {
        hashes.put(id, hash);
    }

    @Override
    public void offerReset(AccountId id, String digest, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<AccountId> takeReset(String digest, Instant now) {
        throw new UnsupportedOperationException();
    }
}
