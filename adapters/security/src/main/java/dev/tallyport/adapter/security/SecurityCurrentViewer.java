package dev.tallyport.adapter.security;

import dev.tallyport.application.access.CurrentViewer;
import dev.tallyport.application.access.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The viewer that the way of signing in left in the identity. An identity without one is nobody.
@ApplicationScoped
class SecurityCurrentViewer implements CurrentViewer {

    static final String VIEWER = "tallyport.viewer";

    private final SecurityIdentity identity;

    SecurityCurrentViewer(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Viewer> viewer() {
        if (identity.isAnonymous()) {
            return Optional.empty();
        }
        return Optional.ofNullable(identity.<Viewer>getAttribute(VIEWER));
    }
}
