package dev.tallyport.adapter.rest.person;

import dev.tallyport.application.person.People;
import dev.tallyport.application.person.People.Link;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a vendor knows somebody as.
@Schema(name = "Link", description = "What a vendor knows somebody as")
record LinkView(
        @Schema(required = true, description = "Them, or somebody merged into them", examples = "7")
                long person,
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user,
        @Schema(
                        required = true,
                        description =
                                "verified-address: the vendor and an account state one address."
                                        + " by-hand: somebody said so.",
                        enumeration = {"verified-address", "by-hand"})
                String how,
        @Schema(required = true) Instant linkedAt,
        @Schema(required = true, examples = "admin") String linkedBy,
        @Schema(description = "null while it holds", nullable = true) @Nullable Instant detachedAt,
        @Schema(nullable = true, examples = "admin") @Nullable String detachedBy) {

    static LinkView of(Link link) {
        return new LinkView(
                link.person().id(),
                link.user().source().value(),
                link.user().id(),
                nameOf(link.how()),
                link.linkedAt(),
                link.linkedBy(),
                link.detachedAt().orElse(null),
                link.detachedBy().orElse(null));
    }

    private static String nameOf(People.How how) {
        return switch (how) {
            case VERIFIED_ADDRESS -> "verified-address";
            case BY_HAND -> "by-hand";
        };
    }
}
