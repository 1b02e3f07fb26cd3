package dev.tallyport.adapter.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The secret of the installation, of which every purpose gets a key of its own, and the secrets
/// that it had before.
@ApplicationScoped
class InstallationSecret {

    private final Optional<SubKey> secret;
    private final List<SubKey> previous;

    /// A start that is refused for what else is wrong gets this far without a secret.
    ///
    /// @param previous joined by commas
    @Inject
    InstallationSecret(
            @ConfigProperty(name = "tallyport.secret-key") Optional<String> secret,
            @ConfigProperty(name = "tallyport.secret-key-previous") Optional<String> previous) {
        this.secret = secret.map(InstallationSecret::subKey);
        this.previous =
                previous.stream()
                        .flatMap(keys -> Arrays.stream(keys.split(",", -1)))
                        .map(InstallationSecret::subKey)
                        .toList();
    }

    InstallationSecret(Optional<String> secret) {
        this(secret, Optional.empty());
    }

    private static SubKey subKey(String base64) {
        return new SubKey(Base64.getDecoder().decode(base64.strip()));
    }

    /// Always the same for the same purpose, and of no use to find another or the secret.
    SubKey keyFor(String purpose) {
        return keyOf(current(), purpose);
    }

    /// The key of now, and then those that the secrets of before gave to the purpose.
    List<SubKey> keysFor(String purpose) {
        return Stream.concat(Stream.of(current()), previous.stream())
                .map(key -> keyOf(key, purpose))
                .toList();
    }

    private SubKey current() {
        return secret.orElseThrow(() ->
                new IllegalStateException(
                        "tallyport.secret-key: expected base64 of 32 bytes, found nothing"));
    }

    private static SubKey keyOf(SubKey secret, String purpose) {
        return new SubKey(secret.tagOf(purpose));
    }
}
