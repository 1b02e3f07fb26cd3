package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Accounts in memory.
public final class InMemoryAccounts implements Accounts {

    private record Reset(String digest, Instant until) {}

    private final SortedMap<Long, SignInAccount> accounts = new TreeMap<>();
    private final Map<AccountId, String> hashes = new HashMap<>();
    private final Map<AccountId, Reset> resets = new HashMap<>();
    private long created;

    /// In the order of their creation.
    public List<SignInAccount> all() {
        return List.copyOf(accounts.values());
    }

    /// A local account that is good without end.
    public SignInAccount local(Principal.Person person, String login, Instant at) {
        return create(
                        new Draft(
                                person,
                                Optional.empty(),
                                login,
                                login,
                                Optional.empty(),
                                false,
                                Optional.empty()),
                        at)
                .orElseThrow();
    }

    /// The same account, disabled.
    public SignInAccount disable(SignInAccount account) {
        var disabled =
                account.with(
                        account.name(),
                        account.address(),
                        account.addressVerified(),
                        false,
                        account.expiresAt());
        save(disabled);
        return disabled;
    }

    /// The same account, good until then.
    public SignInAccount expire(SignInAccount account, Instant at) {
        var expiring =
                account.with(
                        account.name(),
                        account.address(),
                        account.addressVerified(),
                        account.enabled(),
                        Optional.of(at));
        save(expiring);
        return expiring;
    }

    @Override
    public void lock(Provided account) {}

    @Override
    public Optional<SignInAccount> create(Draft draft, Instant at) {
        var taken =
                draft.provided().isPresent()
                        ? findProvided(draft.provided().get())
                        : findLocal(draft.login());
        if (taken.isPresent()) {
            return Optional.empty();
        }
        created++;
        var account =
                new SignInAccount(
                        new AccountId(created),
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
        accounts.put(created, account);
        return Optional.of(account);
    }

    @Override
    public List<SignInAccount> search(String text, Optional<AccountId> after, int most) {
        return accounts.values().stream()
                .filter(account -> account.login().contains(text))
                .sorted(Comparator.comparing(SignInAccount::login))
                .dropWhile(account -> after.isPresent() && !account.id().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
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
        return passwordHash.equals(hashes.get(id)) && find(id).orElseThrow().enabled();
    }

    @Override
    public void remove(AccountId id) {
        accounts.remove(id.value());
        hashes.remove(id);
        resets.remove(id);
    }

    @Override
    public void signedIn(AccountId id, Instant at) {
        accounts.computeIfPresent(
                id.value(),
                (_, account) ->
                        new SignInAccount(
                                id,
                                account.person(),
                                account.provided(),
                                account.login(),
                                account.name(),
                                account.address(),
                                account.addressVerified(),
                                account.enabled(),
                                account.expiresAt(),
                                account.createdAt(),
                                Optional.of(at)));
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
        resets.put(id, new Reset(digest, until));
    }

    @Override
    public Optional<AccountId> takeReset(String digest, Instant now) {
        var account =
                resets.entrySet().stream()
                        .filter(offered -> offered.getValue().digest().equals(digest))
                        .filter(offered -> now.isBefore(offered.getValue().until()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        account.ifPresent(resets::remove);
        return account;
    }
}
