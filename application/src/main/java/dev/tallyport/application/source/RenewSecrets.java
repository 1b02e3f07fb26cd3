package dev.tallyport.application.source;

import dev.tallyport.application.source.ManagedSources.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Encrypts every secret of managed sources with the installation's key of now. What no key opens
/// is left as it is, so that the right key can still be given.
@ApplicationScoped
public class RenewSecrets {

    private static final Logger LOG = System.getLogger(RenewSecrets.class.getName());

    private final ManagedSources managed;
    private final Seals seals;

    RenewSecrets(ManagedSources managed, Seals seals) {
        this.managed = managed;
        this.seals = seals;
    }

    /// All of them or, when it fails, none.
    @Transactional
    public void all() {
        managed.lockSecrets();
        for (var stored : managed.all()) {
            renew(stored);
        }
    }

    private void renew(Stored stored) {
        var name = stored.source().name();
        stored.source()
                .secrets()
                .forEach((key, sealed) -> {
                    var place = ManagedSource.place(name, key);
                    if (!seals.isCurrent(sealed, place)) {
                        seals.open(sealed, place)
                                .ifPresentOrElse(
                                        secret ->
                                                managed.renew(
                                                        name,
                                                        key,
                                                        sealed,
                                                        seals.seal(secret, place)),
                                        () ->
                                                LOG.log(
                                                        Level.ERROR,
                                                        "source cannot be read: source={0} reason={1} cannot be decrypted"
                                                                + " with tallyport.secret-key or tallyport.secret-key-previous",
                                                        name,
                                                        key));
                    }
                });
    }
}
