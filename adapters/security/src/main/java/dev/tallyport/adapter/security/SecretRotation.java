package dev.tallyport.adapter.security;

import dev.tallyport.application.source.RenewSecrets;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Has the vendors' credentials encrypted with the secret that this start was given.
@ApplicationScoped
class SecretRotation {

    private final RenewSecrets renewSecrets;

    SecretRotation(RenewSecrets renewSecrets) {
        this.renewSecrets = renewSecrets;
    }

    void renew(@Observes StartupEvent started) {
        renewSecrets.all();
    }
}
