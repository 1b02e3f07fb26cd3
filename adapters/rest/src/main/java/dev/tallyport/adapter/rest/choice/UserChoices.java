package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.User;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The vendors' users by label.
@Schema(name = "UserChoices", description = "The vendors' users by label")
record UserChoices(
        @Schema(required = true) List<UserChoice> users,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    static UserChoices of(Page<User> page) {
        return new UserChoices(
                page.rows().stream().map(UserChoice::of).toList(),
                ChoiceQuery.next(page, User::place));
    }
}
