package dev.tallyport.adapter.rest.me;

import dev.tallyport.application.person.People.Known;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a vendor knows whoever asks as.
@Schema(name = "OwnUser", description = "What a vendor knows whoever asks as")
record OwnUserView(
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user,
        @Schema(examples = "Ada Lovelace", description = "As the vendor states it", nullable = true)
                @Nullable String name,
        @Schema(
                        examples = "ada@example.com",
                        description = "As the vendor states it",
                        nullable = true)
                @Nullable String address) {

    static OwnUserView of(Known known) {
        return new OwnUserView(
                known.user().source().value(),
                known.user().id(),
                known.name().orElse(null),
                known.address().orElse(null));
    }
}
