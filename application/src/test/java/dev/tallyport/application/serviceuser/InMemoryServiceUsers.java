package dev.tallyport.application.serviceuser;

import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Service users and their keys in memory.
final class InMemoryServiceUsers implements ServiceUsers {

    private record Kept(Principal.ServiceUser user, String digest, ServiceKey key) {}

    private final Map<Principal.ServiceUser, ServiceUser> users = new LinkedHashMap<>();
    private final List<Kept> keys = new ArrayList<>();
    private long created;

    @Override
    public Optional<ServiceUser> create(
            String name, Optional<Instant> expiresAt, String by, Instant at) {
        if (users.values().stream().anyMatch(user -> user.name().equals(name))) {
            return Optional.empty();
        }
        created++;
        var user =
                new ServiceUser(new Principal.ServiceUser(created), name, true, expiresAt, at, by);
        users.put(user.id(), user);
        return Optional.of(user);
    }

    @Override
    public List<ServiceUser> all() {
        return users.values().stream().sorted(Comparator.comparing(ServiceUser::name)).toList();
    }

    @Override
    public Optional<ServiceUser> find(Principal.ServiceUser id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public boolean save(ServiceUser user) {
        boolean taken =
                users.values().stream()
                        .anyMatch(one ->
                                one.name().equals(user.name()) && !one.id().equals(user.id()));
        if (!taken) {
            users.put(user.id(), user);
        }
        return !taken;
    }

    @Override
    public void remove(Principal.ServiceUser id, Instant at) {
        users.remove(id);
    }

    @Override
    public List<ServiceKey> keys(Principal.ServiceUser id) {
        return keys.reversed().stream()
                .filter(kept -> kept.user().equals(id))
                .map(Kept::key)
                .toList();
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
                        new KeyId(keys.size() + 1),
                        name,
                        prefix,
                        at,
                        expiresAt,
                        Optional.empty(),
                        Optional.empty());
        keys.add(new Kept(id, digest, key));
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
    public Optional<Holder> byDigest(String digest) {
        return keys.stream()
                .filter(kept -> kept.digest().equals(digest))
                .flatMap(kept ->
                        find(kept.user()).stream().map(user -> new Holder(user, kept.key())))
                .findFirst();
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
        keys.replaceAll(kept ->
                kept.key().id().equals(id)
                        ? new Kept(kept.user(), kept.digest(), change.apply(kept.key()))
                        : kept);
    }
}
