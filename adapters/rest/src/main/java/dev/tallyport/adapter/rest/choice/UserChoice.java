package dev.tallyport.adapter.rest.choice;

import dev.tallyport.application.reporting.Choices.User;
import dev.tallyport.domain.access.Principal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vendor's user.
@Schema(name = "UserChoice", description = "A vendor's user")
record UserChoice(
        @Schema(required = true, examples = "Ada Lovelace", description = "For people to read")
                String label,
        @Schema(required = true, examples = "acme") String source,
        @Schema(required = true, examples = "email|1") String user,
        @Schema(examples = "Ada Lovelace", nullable = true) @Nullable String name,
        @Schema(
                        examples = "ada@example.com",
                        description = "Null, too, for whoever may not see people",
                        nullable = true)
                @Nullable String address,
        @Schema(required = true, description = "Whether it is a program") boolean serviceUser,
        @Schema(
                        examples = "7",
                        description = "Who they are held to be; null for nobody",
                        nullable = true)
                @Nullable Long person) {

    static UserChoice of(User user) {
        return new UserChoice(
                user.place().label(),
                user.user().source().value(),
                user.user().id(),
                user.name().orElse(null),
                user.address().orElse(null),
                user.serviceUser(),
                user.person().map(Principal.Person::id).orElse(null));
    }
}
