package dev.tallyport.application.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.reporting.CompareTotals.Cause;
import dev.tallyport.application.reporting.CompareTotals.Compared;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompareTotalsTest {

    private static final Unit ACU = new Unit("ACU");
    private static final Group ENTERPRISE = Group.unstated();
    private static final Group ONE = Group.of(Dimension.ORGANIZATION, "org-1");
    private static final Group OTHER = Group.of(Dimension.ORGANIZATION, "org-2");

    @Test
    void anEnterpriseIsNotAddedToItsOrganizations() {
        var enterprise = compared(ENTERPRISE, 1, 31);
        var one = compared(ONE, 1, 31);
        var other = compared(OTHER, 1, 31);

        assertThat(CompareTotals.additive(List.of(enterprise, one, other)))
                .containsExactly(List.of(enterprise), List.of(one, other));
    }

    @Test
    void daysThatFollowEachOtherAddUp() {
        var days = List.of(compared(ENTERPRISE, 1, 2), compared(ENTERPRISE, 2, 3));

        assertThat(CompareTotals.additive(days)).containsExactly(days);
    }

    @Test
    void stretchesThatOverlapDoNot() {
        var month = compared(ONE, 1, 31);
        var alsoThen = compared(OTHER, 1, 31);
        var week = compared(ONE, 8, 15);

        assertThat(CompareTotals.additive(List.of(month, week, alsoThen)))
                .containsExactly(List.of(month, alsoThen), List.of(week));
    }

    private static Compared compared(Group group, int from, int to) {
        return new Compared(
                "windows",
                DateRange.of(LocalDate.of(2026, 1, from), LocalDate.of(2026, 1, to)),
                group,
                Quantity.of("2", ACU),
                Quantity.of("1", ACU),
                Cause.UNATTRIBUTED);
    }
}
