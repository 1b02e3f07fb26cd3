package dev.tallyport.application.account;

import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Sessions in memory.
final class InMemorySessions implements Sessions {

    private record Started(AccountId account, Instant until) {}

    private record Kept(Provided account, String sealed, Instant until) {}

    private final Map<String, Started> started = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();

    @Override
    public void start(AccountId account, String digest, Instant at, Instant until) {
        started.put(digest, new Started(account, until));
    }

    @Override
    public Optional<AccountId> account(String digest, Instant now) {
        return Optional.ofNullable(started.get(digest))
                .filter(session -> now.isBefore(session.until()))
                .map(Started::account);
    }

    @Override
    public void end(String digest) {
        started.remove(digest);
        kept.remove(digest);
    }

    @Override
    public void endAll(AccountId account, Optional<String> except) {
        started.entrySet()
                .removeIf(session ->
                        session.getValue().account().equals(account)
                                && !except.equals(Optional.of(session.getKey())));
    }

    @Override
    public void keep(String digest, Provided account, byte[] sealed, Instant until) {
        kept.put(digest, new Kept(account, HexFormat.of().formatHex(sealed), until));
    }

    @Override
    public boolean renew(String digest, byte[] sealed, Instant until) {
        return kept.computeIfPresent(
                        digest,
                        (_, before) ->
                                new Kept(before.account(), HexFormat.of().formatHex(sealed), until))
                != null;
    }

    @Override
    public Optional<byte[]> kept(String digest, Instant now) {
        return Optional.ofNullable(kept.get(digest))
                .filter(session -> now.isBefore(session.until()))
                .map(session -> HexFormat.of().parseHex(session.sealed()));
    }

    @Override
    public void endAll(Provided account) {
        kept.values().removeIf(session -> session.account().equals(account));
    }

    @Override
    public void sweep(Instant now) {
        started.values().removeIf(session -> !now.isBefore(session.until()));
        kept.values().removeIf(session -> !now.isBefore(session.until()));
    }
}
