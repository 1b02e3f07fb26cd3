package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.VendorUser;
import java.util.Map;
import java.util.Optional;

/// Who is who, as a test says.
public final class Identifying {

    private Identifying() {}

    public static IdentifyPeople as(Viewer viewer, Map<VendorUser, Principal.Person> linked) {
        return new IdentifyPeople(_ -> linked, () -> Optional.of(viewer));
    }
}
