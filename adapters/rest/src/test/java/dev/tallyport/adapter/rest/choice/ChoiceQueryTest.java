package dev.tallyport.adapter.rest.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class ChoiceQueryTest {

    @Property
    void everyPlaceIsReadAsItWasWritten(
            @ForAll @CharRange(from = '\0', to = '\uD7FF') @StringLength(max = 300) String label,
            @ForAll @CharRange(from = '\0', to = '\uD7FF') @StringLength(max = 300) String key) {
        var place = new Place(label, key);
        var page = new Page<>(List.of(place), true);

        var next = Objects.requireNonNull(ChoiceQuery.next(page, one -> one));

        assertThat(wanted(next).after()).contains(place);
    }

    @Test
    void nothingFollowsTheLastPage() {
        var page = new Page<>(List.of(new Place("a", "b")), false);

        assertThat(ChoiceQuery.next(page, place -> place)).isNull();
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        for (var text : List.of("%", "YQ", "YQ.YQ.YQ")) {
            assertThatThrownBy(() -> wanted(text)).isInstanceOf(ProblemException.class);
        }
    }

    private static Wanted wanted(String after) {
        var asked = new ArrayList<Wanted>();
        ChoiceQuery.page(
                Map.of("after", List.of(after)),
                wanted -> {
                    asked.add(wanted);
                    return List.of();
                });
        return asked.getFirst();
    }
}
