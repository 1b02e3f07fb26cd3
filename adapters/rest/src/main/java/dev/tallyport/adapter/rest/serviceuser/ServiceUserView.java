package dev.tallyport.adapter.rest.serviceuser;

import dev.tallyport.application.serviceuser.ServiceUser;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A program that may ask.
@Schema(name = "ServiceUser", description = "A program that may ask")
record ServiceUserView(
        @Schema(required = true, examples = "3") long id,
        @Schema(required = true, examples = "finance-export") String name,
        @Schema(required = true, description = "Whether its keys are good for anything")
                boolean enabled,
        @Schema(
                        description = "When none of its keys is good any more; null for never",
                        nullable = true)
                @Nullable Instant expiresAt,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true, examples = "admin") String createdBy) {

    static ServiceUserView of(ServiceUser user) {
        return new ServiceUserView(
                user.id().id(),
                user.name(),
                user.enabled(),
                user.expiresAt().orElse(null),
                user.createdAt(),
                user.createdBy());
    }
}
