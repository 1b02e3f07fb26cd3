package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UsagePageTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-16");
    private static final Question QUESTION =
            Question.of(
                            new Visibility.Everything(),
                            "acus",
                            new Window.Days(DateRange.of(DAY, DAY.plusDays(2))))
                    .withGroupings(Grouping.by(Dimension.USER));

    private static Answer answer(Optional<Answer> before, String... users) {
        var rows =
                Stream.of(users)
                        .map(user ->
                                new Answer.Row(
                                        Optional.empty(),
                                        Group.of(Dimension.USER, user),
                                        Optional.empty(),
                                        new Answer.Measure("acus", Optional.empty()),
                                        Quantity.of("3", new Unit("ACU"))))
                        .toList();
        return new Answer(
                List.of(new Answer.Table(Grouping.by(Dimension.USER), rows)),
                List.of(),
                List.of(),
                7,
                before);
    }

    @Test
    void namesAreFoundForTheRowsOfThePageAndOfThePeriodBefore() {
        var answer =
                answer(Optional.of(answer(Optional.empty(), "ann", "eve")), "ann", "bob", "cid");
        var page = new UsagePage(Optional.of(new UsagePage.Cursor(7, 1)), Optional.of(1));
        var asked = new ArrayList<Group>();

        var view =
                page.of(
                        QUESTION,
                        answer,
                        groups -> {
                            asked.addAll(groups);
                            return DisplayNames.NONE;
                        });

        assertThat(view.rows()).extracting(UsageView.Row::user).containsExactly(new Stated("bob"));
        assertThat(asked)
                .extracting(group -> group.value(Dimension.USER).orElseThrow())
                .containsExactly("bob", "ann", "eve");
    }
}
