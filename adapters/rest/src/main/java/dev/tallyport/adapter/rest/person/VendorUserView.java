package dev.tallyport.adapter.rest.person;

import dev.tallyport.application.person.People.Known;
import dev.tallyport.domain.access.Principal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vendor's user as the vendor names them.
@Schema(name = "VendorUser", description = "A vendor's user, as the vendor names them")
record VendorUserView(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user,
        @Schema(examples = "Ada Lovelace", nullable = true) @Nullable String name,
        @Schema(examples = "ada@example.com", nullable = true) @Nullable String address,
        @Schema(required = true, description = "Whether it is a program") boolean serviceUser,
        @Schema(description = "Who they are held to be; null for nobody", nullable = true)
                @Nullable Long person) {

    static VendorUserView of(Known known) {
        return new VendorUserView(
                known.user().source().value(),
                known.user().id(),
                known.name().orElse(null),
                known.address().orElse(null),
                known.serviceUser(),
                known.person().map(Principal.Person::id).orElse(null));
    }
}
