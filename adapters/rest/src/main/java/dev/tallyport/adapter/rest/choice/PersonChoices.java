package dev.tallyport.adapter.rest.choice;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.reporting.Choices.Person;
import dev.tallyport.domain.access.Principal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// People, and users who are held to be nobody, by label.
@Schema(
        name = "PersonChoices",
        description = "People, and users who are held to be nobody, by label")
record PersonChoices(
        @Schema(required = true) List<PersonChoice> people,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next) {

    /// Somebody, with what the vendors know them as.
    @Schema(name = "PersonChoice", description = "Somebody, with what the vendors know them as")
    record PersonChoice(
            @Schema(required = true, examples = "Ada Lovelace", description = "For people to read")
                    String label,
            @Schema(
                            examples = "7",
                            description = "Null for a user who is held to be nobody",
                            nullable = true)
                    @Nullable Long person,
            @Schema(required = true) List<UserChoice> users) {

        static PersonChoice of(Person person) {
            return new PersonChoice(
                    person.place().label(),
                    person.person().map(Principal.Person::id).orElse(null),
                    person.users().stream().map(UserChoice::of).toList());
        }
    }

    static PersonChoices of(Page<Person> page) {
        return new PersonChoices(
                page.rows().stream().map(PersonChoice::of).toList(),
                ChoiceQuery.next(page, Person::place));
    }
}
