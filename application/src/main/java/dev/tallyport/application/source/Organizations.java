package dev.tallyport.application.source;

import dev.tallyport.domain.source.VendorOrganization;
import java.util.List;
import java.util.Optional;

/// The organizations and projects that the vendors list.
public interface Organizations {

    /// @param name for people to read; empty where the vendor states none
    record Named(VendorOrganization organization, Optional<String> name) {}

    /// By source and id.
    List<Named> all();
}
