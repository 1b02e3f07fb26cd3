package dev.tallyport.bootstrap.wiring;

import dev.tallyport.application.source.Reach;
import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The addresses that `tallyport.private-addresses` leaves, and the files below
/// `tallyport.files-dir`.
@ApplicationScoped
class ConfiguredReach implements Reach {

    private final AddressRule addresses;
    private final Optional<Path> folder;

    @Inject
    ConfiguredReach(
            Vendors vendors, @ConfigProperty(name = "tallyport.files-dir") Optional<Path> folder) {
        this(vendors.addresses(), folder);
    }

    ConfiguredReach(AddressRule addresses, Optional<Path> folder) {
        this.addresses = addresses;
        this.folder = folder.map(Path::normalize);
    }

    @Override
    public Optional<String> refusal(URI address) {
        return addresses.check(address);
    }

    @Override
    public Optional<String> refusal(Path place) {
        if (folder.isEmpty()) {
            return Optional.of(
                    "one although tallyport.files-dir is not set; set it, or declare the source in"
                            + " the configuration");
        }
        var outside = Optional.of("one that is not below " + folder.get());
        if (!place.normalize().startsWith(folder.get())) {
            return outside;
        }
        try {
            return place.toRealPath().startsWith(folder.get().toRealPath())
                    ? Optional.empty()
                    : outside;
        } catch (IOException _) {
            return Optional.of("nothing there that can be read");
        }
    }
}
