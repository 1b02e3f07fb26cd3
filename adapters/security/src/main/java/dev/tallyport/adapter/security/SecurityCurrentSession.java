package dev.tallyport.adapter.security;

import dev.tallyport.application.account.CurrentSession;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The session that the way of signing in left in the identity.
@ApplicationScoped
class SecurityCurrentSession implements CurrentSession {

    private final SecurityIdentity identity;

    SecurityCurrentSession(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Session> session() {
        return Identities.session(identity);
    }
}
