package dev.tallyport.adapter.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/// Asks Quarkus to have a proof looked at where that may take its time.
final class ProofRequest extends BaseAuthenticationRequest {

    private final Proof proof;

    ProofRequest(Proof proof) {
        this.proof = proof;
    }

    Proof proof() {
        return proof;
    }
}
