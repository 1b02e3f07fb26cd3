package dev.tallyport.adapter.security;

import dev.tallyport.application.serviceuser.ServiceKey;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.application.serviceuser.ServiceUser;
import dev.tallyport.application.serviceuser.ServiceUsers;
import dev.tallyport.domain.access.Principal;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Refuses to be asked where nobody may wait.
final class InMemoryServiceUsers implements ServiceUsers {

    private record Stored(Principal.ServiceUser user, String digest, ServiceKey key) {}

    private final Map<Long, ServiceUser> users = new TreeMap<>();
    private final Map<Long, Stored> keys = new TreeMap<>();
    private boolean failing;
    private int lookups;

    void fail() {
        failing = true;
    }

    int lookups() {
        return lookups;
    }

    @Override
    public Optional<ServiceUser> create(
            String name, Optional<Instant> expiresAt, String by, Instant at) {
        if (users.values().stream().anyMatch(user -> user.name().equals(name))) {
            return Optional.empty();
        }
        var id = new Principal.ServiceUser(users.size() + 1L);
        var user = new ServiceUser(id, name, true, expiresAt, at, by);
        users.put(id.id(), user);
        return Optional.of(user);
    }

    @Override
    public List<ServiceUser> all() {
        return users.values().stream().sorted(Comparator.comparing(ServiceUser::name)).toList();
    }

    @Override
    public Optional<ServiceUser> find(Principal.ServiceUser id) {
        return Optional.ofNullable(users.get(id.id()));
    }

    @Override
    public boolean save(ServiceUser user) {
        users.put(user.id().id(), user);
        return true;
    }

    @Override
    public void remove(Principal.ServiceUser id, Instant at) {
        users.remove(id.id());
    }

    @Override
    public List<ServiceKey> keys(Principal.ServiceUser id) {
        var found = new ArrayList<ServiceKey>();
        keys.values().stream()
                .filter(stored -> stored.user().equals(id))
                .forEach(stored -> found.addFirst(stored.key()));
        return found;
    }

    @Override
    public ServiceKey add(
            Principal.ServiceUser id,
            String name,
            String digest,
            String prefix,
            Optional<Instant> expiresAt,
            Instant at) {
        var key =
                new ServiceKey(
                        new KeyId(keys.size() + 1L),
                        name,
                        prefix,
                        at,
                        expiresAt,
                        Optional.empty(),
                        Optional.empty());
        keys.put(key.id().value(), new Stored(id, digest, key));
        return key;
    }

    @Override
    public void revoke(KeyId id, Instant at) {
        change(
                id,
                key ->
                        new ServiceKey(
                                id,
                                key.name(),
                                key.prefix(),
                                key.createdAt(),
                                key.expiresAt(),
                                key.lastUsedAt(),
                                Optional.of(at)));
    }

    @Override
    public void expire(KeyId id, Instant at) {
        change(
                id,
                key ->
                        new ServiceKey(
                                id,
                                key.name(),
                                key.prefix(),
                                key.createdAt(),
                                Optional.of(at),
                                key.lastUsedAt(),
                                key.revokedAt()));
    }

    @Override
    public void used(KeyId id, Instant at) {
        change(
                id,
                key ->
                        new ServiceKey(
                                id,
                                key.name(),
                                key.prefix(),
                                key.createdAt(),
                                key.expiresAt(),
                                Optional.of(at),
                                key.revokedAt()));
    }

    private void change(KeyId id, UnaryOperator<ServiceKey> change) {
        keys.computeIfPresent(
                id.value(),
                (_, stored) ->
                        new Stored(stored.user(), stored.digest(), change.apply(stored.key())));
    }

    @Override
    public Optional<Holder> byDigest(String digest) {
        lookups++;
        if (failing) {
            throw new IllegalStateException("password=hunter2: the database is away");
        }
        if (Context.isOnEventLoopThread()) {
            throw new AssertionError("asked on the event loop");
        }
        return keys.values().stream()
                .filter(stored -> stored.digest().equals(digest))
                .flatMap(stored ->
                        find(stored.user()).map(user -> new Holder(user, stored.key())).stream())
                .findFirst();
    }
}
