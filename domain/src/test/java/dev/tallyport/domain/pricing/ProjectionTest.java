package dev.tallyport.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static List<Money> dollars(String... amounts) {
        return Stream.of(amounts).map(amount -> Money.of(amount, "USD")).toList();
    }

    /// Mean 10, squares of differences 9+4+1+0+1+4+9 = 28, so that the deviation is the root of
    /// 28/6 = 2.1602; t for 6 degrees of freedom is 1.440; the root of 10 + 100/7 is 4.9281; the
    /// margin is their product, 15.330.
    @Test
    void theIntervalIsAsCalculatedByHand() {
        var settled = dollars("7", "8", "9", "10", "11", "12", "13");

        var projection = Projection.of(settled, Money.of("100", "USD"), 10).orElseThrow();

        assertThat(projection)
                .isEqualTo(
                        new Projection(
                                7,
                                Money.of("10", "USD"),
                                Money.of("2.16", "USD"),
                                10,
                                Money.of("200", "USD"),
                                Money.of("184.67", "USD"),
                                Money.of("215.33", "USD")));
    }

    @Test
    void aStretchThatIsSettledComesToWhatItCost() {
        var projection =
                Projection.of(dollars("1", "2", "3", "4", "5", "6", "7"), Money.of("9", "USD"), 0);

        assertThat(projection.orElseThrow())
                .extracting(Projection::low, Projection::estimate, Projection::high)
                .containsOnly(Money.of("9", "USD"));
    }

    @Test
    void aWeekOfSettledDaysIsTheLeast() {
        var six = dollars("1", "1", "1", "1", "1", "1");

        assertThat(Projection.of(six, Money.of("6", "USD"), 5)).isEmpty();
    }

    @Property
    void theIntervalHoldsTheEstimateAndWidensWithTheDaysAhead(
            @ForAll @Size(min = 7, max = 30) List<@IntRange(max = 10_000) Integer> cents,
            @ForAll @IntRange(max = 60) int ahead) {
        var settled = cents.stream().map(one -> Money.of(one + "E-2", "USD")).toList();
        var spent = Money.of("5", "USD");

        var near = Projection.of(settled, spent, ahead).orElseThrow();
        var far = Projection.of(settled, spent, ahead + 1).orElseThrow();

        assertThat(near.low().amount()).isBetween(spent.amount(), near.estimate().amount());
        assertThat(near.high().amount()).isGreaterThanOrEqualTo(near.estimate().amount());
        assertThat(far.high().amount()).isGreaterThanOrEqualTo(near.high().amount());
    }

    @Property
    void daysThatCostTheSameLeaveNoDoubt(
            @ForAll @IntRange(min = 7, max = 30) int days, @ForAll @IntRange(max = 60) int ahead) {
        var settled = new ArrayList<>(Collections.nCopies(days, Money.of("2.5", "USD")));

        var projection = Projection.of(settled, Money.of("0", "USD"), ahead).orElseThrow();

        assertThat(projection.low()).isEqualTo(projection.high());
        assertThat(projection.estimate())
                .isEqualTo(Money.of("2.5", "USD").times(BigDecimal.valueOf(ahead)));
    }
}
