package dev.tallyport.adapter.rest.person;

import dev.tallyport.application.person.People.Person;
import dev.tallyport.domain.access.Principal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Somebody, whatever the vendors know them as.
@Schema(name = "Person", description = "Somebody, whatever the vendors know them as")
record PersonView(
        @Schema(required = true, examples = "7") long id,
        @Schema(required = true, examples = "Ada Lovelace") String name,
        @Schema(
                        description = "Who they are a part of; null for somebody of their own",
                        nullable = true)
                @Nullable Long mergedInto,
        @Schema(required = true) Instant createdAt) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id().id(),
                person.name(),
                person.mergedInto().map(Principal.Person::id).orElse(null),
                person.createdAt());
    }
}
