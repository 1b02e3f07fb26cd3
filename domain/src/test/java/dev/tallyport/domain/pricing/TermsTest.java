package dev.tallyport.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TermsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @ParameterizedTest
    @ValueSource(strings = {"0", "2.25", "999999999999.999999999999", "1E+11"})
    void aPriceIsAnyAmountFromZero(String amount) {
        var rate = AnyRates.rate(1, RateScope.EVERYTHING, amount, Validity.ALWAYS);

        assertThat(rate.terms().price()).isEqualTo(Money.of(amount, "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000", "0.0000000000001", "1E+1000000000"})
    void aPriceThatIsBelowZeroOrTooLongIsRefused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnyRates.rate(1, RateScope.EVERYTHING, amount, Validity.ALWAYS));
    }

    @Test
    void anOrganizationIsOneOfASource() {
        var organization = Group.of(Dimension.ORGANIZATION, "org-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateScope(Optional.empty(), organization));
        assertThat(new RateScope(Optional.of(new SourceName("acme")), organization).dimensions())
                .containsExactly(Dimension.ORGANIZATION);
    }

    @Test
    void nobodyHasARateOfTheirOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateScope(Optional.empty(), Group.of(Dimension.USER, "ann")));
    }

    @Test
    void aRateHoldsOnAtLeastOneDay() {
        assertThatIllegalArgumentException().isThrownBy(() -> Validity.between(DAY, DAY));
        assertThat(Validity.between(DAY, DAY.plusDays(1)).contains(DAY)).isTrue();
        assertThat(Validity.between(DAY, DAY.plusDays(1)).contains(DAY.plusDays(1))).isFalse();
        assertThat(Validity.from(DAY).contains(DAY.minusDays(1))).isFalse();
        assertThat(Validity.ALWAYS.contains(DAY)).isTrue();
    }

    @Test
    void theDaysOfARangeAreThoseOfBoth() {
        var range = DateRange.of(DAY, DAY.plusDays(10));

        assertThat(Validity.ALWAYS.within(range)).contains(range);
        assertThat(Validity.between(DAY.plusDays(2), DAY.plusDays(20)).within(range))
                .contains(DateRange.of(DAY.plusDays(2), DAY.plusDays(10)));
        assertThat(Validity.from(DAY.plusDays(10)).within(range)).isEmpty();
    }
}
