package dev.tallyport.adapter.security;

import dev.tallyport.application.source.Sealed;
import dev.tallyport.application.source.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Seals with the installation's secret of now and opens with those of before as well.
@ApplicationScoped
class InstallationSeals implements Seals {

    private final Seal now;
    private final List<Seal> all;

    InstallationSeals(InstallationSecret secret) {
        this.all =
                secret.keysFor("tallyport credentials of a source").stream()
                        .map(Seal::new)
                        .toList();
        this.now = all.getFirst();
    }

    @Override
    public Sealed seal(String secret, String place) {
        return new Sealed(Base64.getEncoder().encodeToString(now.seal(secret, place)));
    }

    @Override
    public Optional<String> open(Sealed sealed, String place) {
        return bytes(sealed)
                .flatMap(bytes ->
                        all.stream().flatMap(seal -> seal.open(bytes, place).stream()).findFirst());
    }

    @Override
    public boolean isCurrent(Sealed sealed, String place) {
        return bytes(sealed).flatMap(bytes -> now.open(bytes, place)).isPresent();
    }

    private static Optional<byte[]> bytes(Sealed sealed) {
        try {
            return Optional.of(Base64.getDecoder().decode(sealed.text()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
