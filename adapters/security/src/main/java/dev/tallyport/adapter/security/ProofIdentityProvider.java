package dev.tallyport.adapter.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks at proofs on a thread that may wait for the database.
@ApplicationScoped
class ProofIdentityProvider implements IdentityProvider<ProofRequest> {

    private final Identities identities;

    ProofIdentityProvider(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Class<ProofRequest> getRequestType() {
        return ProofRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            ProofRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identities.of(request.proof()));
    }
}
