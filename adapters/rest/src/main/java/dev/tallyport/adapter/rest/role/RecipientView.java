package dev.tallyport.adapter.rest.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.domain.access.Principal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who has a role. Only the one member that says so is written.
@Schema(
        name = "Recipient",
        description = "A person, a service user or a group of the identity provider; exactly one")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientView(
        @Schema(examples = "7") @Nullable Long person,
        @Schema(examples = "3") @Nullable Long serviceUser,
        @Schema(examples = "engineering") @Nullable String group) {

    static RecipientView of(Principal principal) {
        return switch (principal) {
            case Principal.Person(long id) -> new RecipientView(id, null, null);
            case Principal.ServiceUser(long id) -> new RecipientView(null, id, null);
            case Principal.Group(var name) -> new RecipientView(null, null, name);
            case Principal.BootstrapKey(), Principal.Tallyport() ->
                    throw new IllegalArgumentException("nobody gives a role to " + principal);
        };
    }
}
