package dev.tallyport.adapter.security;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.domain.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The viewer that the way of signing in left in the identity. An identity without one is nobody.
@ApplicationScoped
class SecurityCurrentViewer implements CurrentViewer {

    private final SecurityIdentity identity;

    SecurityCurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Viewer> viewer() {
        return Identities.viewer(identity);
    }
}
