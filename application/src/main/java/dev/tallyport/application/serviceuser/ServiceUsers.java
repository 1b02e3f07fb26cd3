package dev.tallyport.application.serviceuser;

import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Service users and the digests of their keys. Read fresh: what another instance revoked a moment
/// ago is not found good any more.
public interface ServiceUsers {

    /// A key and whose it is.
    record Holder(ServiceUser user, ServiceKey key) {}

    /// @return empty when one of this name is there
    Optional<ServiceUser> create(String name, Optional<Instant> expiresAt, String by, Instant at);

    /// By name, without those that were removed.
    List<ServiceUser> all();

    /// Not one that was removed.
    Optional<ServiceUser> find(Principal.ServiceUser id);

    /// @return false when another has the name
    boolean save(ServiceUser user);

    /// Its keys are worth nothing any more, its roles are taken, and its views and preferences are
    /// gone; its name is free again.
    void remove(Principal.ServiceUser id, Instant at);

    /// The latest first.
    List<ServiceKey> keys(Principal.ServiceUser id);

    ServiceKey add(
            Principal.ServiceUser id,
            String name,
            String digest,
            String prefix,
            Optional<Instant> expiresAt,
            Instant at);

    void revoke(KeyId id, Instant at);

    void expire(KeyId id, Instant at);

    /// Whatever its status; not of a service user that was removed.
    Optional<Holder> byDigest(String digest);

    void used(KeyId id, Instant at);
}
