package dev.tallyport.adapter.rest.person;

import dev.tallyport.application.person.AdministerPeople.Described;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A person with everything that is linked to them.
@Schema(name = "DescribedPerson", description = "A person with everything that is linked to them")
record DescribedView(
        PersonView person,
        @Schema(description = "As of now") List<LinkView> links,
        @Schema(description = "Every link there ever was, in the order of linking")
                List<LinkView> journal) {

    static DescribedView of(Described described) {
        return new DescribedView(
                PersonView.of(described.person()),
                described.links().stream().map(LinkView::of).toList(),
                described.journal().stream().map(LinkView::of).toList());
    }
}
