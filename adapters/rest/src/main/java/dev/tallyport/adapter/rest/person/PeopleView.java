package dev.tallyport.adapter.rest.person;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.person.People.Person;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// People by name.
@Schema(name = "People", description = "People by name")
record PeopleView(
        List<PersonView> people,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable Long next) {

    static PeopleView of(Page<Person> page) {
        return new PeopleView(
                page.rows().stream().map(PersonView::of).toList(),
                page.next(person -> person.id().id()).orElse(null));
    }
}
