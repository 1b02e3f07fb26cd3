package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Whom the vendors' users are held to be.
public interface Persons {

    /// Everybody who is linked; those merged into somebody are that person.
    ///
    /// @param asKnownOn as it was held then; empty for now
    Map<VendorUser, Principal.Person> linked(Optional<Instant> asKnownOn);
}
