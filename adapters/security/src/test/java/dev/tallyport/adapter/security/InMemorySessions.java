package dev.tallyport.adapter.security;

import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Refuses to be asked where nobody may wait.
final class InMemorySessions implements Sessions {

    private record Stored(AccountId account, Instant until) {}

    private final Map<String, Stored> sessions = new HashMap<>();
    private int lookups;

    int lookups() {
        return lookups;
    }

    @Override
    public void start(AccountId account, String digest, Instant at, Instant until) {
        sessions.put(digest, new Stored(account, until));
    }

    @Override
    public Optional<AccountId> account(String digest, Instant now) {
        lookups++;
        if (Context.isOnEventLoopThread()) {
            throw new AssertionError("asked on the event loop");
        }
        return Optional.ofNullable(sessions.get(digest))
                .filter(session -> now.isBefore(session.until()))
                .map(Stored::account);
    }

    @Override
    public void end(String digest) {
        sessions.remove(digest);
    }

    @Override
    public void endAll(AccountId account, Optional<String> except) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void keep(String digest, Provided account, byte[] sealed, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean renew(String digest, byte[] sealed, Instant until) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> kept(String digest, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endAll(Provided account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sweep(Instant now) {
        sessions.values().removeIf(session -> !now.isBefore(session.until()));
    }
}
