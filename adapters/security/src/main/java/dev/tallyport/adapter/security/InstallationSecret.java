package dev.tallyport.adapter.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The secret of the installation, of which every purpose gets a key of its own.
@ApplicationScoped
class InstallationSecret {

    private final Optional<SubKey> secret;

    /// A start that is refused for what else is wrong gets this far without a secret.
    InstallationSecret(@ConfigProperty(name = "tallyport.secret-key") Optional<String> secret) {
        this.secret = secret.map(Base64.getDecoder()::decode).map(SubKey::new);
    }

    /// Always the same for the same purpose, and of no use to find another or the secret.
    SubKey keyFor(String purpose) {
        return new SubKey(
                secret.orElseThrow(() ->
                                new IllegalStateException(
                                        "tallyport.secret-key: expected base64 of 32 bytes, found"
                                                + " nothing"))
                        .tagOf(purpose));
    }
}
