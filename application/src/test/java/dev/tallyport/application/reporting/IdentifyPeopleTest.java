package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IdentifyPeopleTest {

    private static final VendorUser ANN = new VendorUser(new SourceName("acme"), "ann");
    private static final Map<VendorUser, Principal.Person> NOW =
            Map.of(ANN, new Principal.Person(7));
    private static final Map<VendorUser, Principal.Person> THEN =
            Map.of(ANN, new Principal.Person(8));
    private static final Question QUESTION =
            Question.of(
                    new Visibility.Everything(),
                    "acus",
                    new Window.Days(DateRange.of(LocalDate.parse("2026-07-01"))));

    private final IdentifyPeople identifyPeople =
            new IdentifyPeople(
                    asKnownOn -> asKnownOn.isPresent() ? THEN : NOW,
                    () -> Optional.of(Viewers.linkedTo(ANN)));

    private static Filter persons(String... persons) {
        return Filter.ALL.withOnly(Dimension.PERSON, Set.of(persons));
    }

    @Test
    void whoIsLinkedMattersWherePersonsAreNamedByNumber() {
        var except = Filter.ALL.withExcept(Dimension.PERSON, Set.of("7"));

        assertThat(identifyPeople.of(persons("7")).linked()).isEqualTo(NOW);
        assertThat(identifyPeople.of(persons(Filter.ME, "7")).linked()).isEqualTo(NOW);
        assertThat(identifyPeople.of(except).linked()).isEqualTo(NOW);
        assertThat(identifyPeople.of(QUESTION.withFilter(persons("7"))).linked()).isEqualTo(NOW);
    }

    @Test
    void whoIsLinkedMattersWherePersonsAreToldApart() {
        var question = QUESTION.withGroupings(Grouping.WHOLE, Grouping.by(Dimension.PERSON));
        var then = question.asKnownOn(Optional.of(Instant.parse("2026-07-02T00:00:00Z")));

        assertThat(identifyPeople.of(question).linked()).isEqualTo(NOW);
        assertThat(identifyPeople.of(then).linked()).isEqualTo(THEN);
    }

    @Test
    void nobodyIsLookedUpForOneselfOrWhomVendorsNameThemselves() {
        var filter = persons(Filter.ME, "acme/1");
        var question = QUESTION.withFilter(filter).withGroupings(Grouping.by(Dimension.USER));

        assertThat(identifyPeople.of(Filter.ALL).linked()).isEmpty();
        assertThat(identifyPeople.of(filter).linked()).isEmpty();
        assertThat(identifyPeople.of(filter).oneself()).containsExactly(ANN);
        assertThat(identifyPeople.of(question).linked()).isEmpty();
        assertThat(identifyPeople.of(question).oneself()).containsExactly(ANN);
    }
}
