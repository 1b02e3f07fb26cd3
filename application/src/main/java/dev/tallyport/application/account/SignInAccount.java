package dev.tallyport.application.account;

import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import java.util.Optional;

/// A way in which a person signs in.
///
/// @param provided by which identity provider and under which of its ids; empty for a local account
/// @param login what they call themselves when they sign in, in lower case; unique among local
///   accounts
/// @param name for people to read
/// @param addressVerified whether the address is known to be theirs; only then does it link them
/// @param enabled whether it is good for anything
/// @param expiresAt when it is good for nothing any more; empty for never
public record SignInAccount(
        AccountId id,
        Principal.Person person,
        Optional<Provided> provided,
        String login,
        String name,
        Optional<String> address,
        boolean addressVerified,
        boolean enabled,
        Optional<Instant> expiresAt,
        Instant createdAt,
        Optional<Instant> lastSignedInAt) {

    public record AccountId(long value) {}

    /// @param issuer the identity provider's own name of itself
    /// @param subject its id of the account
    public record Provided(String issuer, String subject) {}

    public boolean isLocal() {
        return provided.isEmpty();
    }

    public boolean isActive(Instant now) {
        return enabled && expiresAt.map(now::isBefore).orElse(true);
    }

    /// As it may be changed.
    SignInAccount with(
            String name,
            Optional<String> address,
            boolean addressVerified,
            boolean enabled,
            Optional<Instant> expiresAt) {
        return new SignInAccount(
                id,
                person,
                provided,
                login,
                name,
                address,
                addressVerified,
                enabled,
                expiresAt,
                createdAt,
                lastSignedInAt);
    }
}
