package dev.tallyport.application.pricing;

import static dev.tallyport.application.pricing.PricedUsage.ACME;
import static dev.tallyport.application.pricing.PricedUsage.BILLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.pricing.ProjectCosts.Day;
import dev.tallyport.application.pricing.ProjectCosts.NoProjection;
import dev.tallyport.application.pricing.ProjectCosts.Outlook;
import dev.tallyport.application.pricing.ProjectCosts.Series;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Projection;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Settledness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Today is 10 April; the cycle is April.
final class ProjectCostsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-10");
    private static final Filter OF_ACME =
            Filter.ALL.withOnly(Dimension.SOURCE, Set.of(ACME.value()));

    private final PricedUsage usage = new PricedUsage();

    private List<Outlook> outlooks(Filter filter) {
        return new ProjectCosts(
                        usage.rates,
                        usage.findBilling,
                        usage.answerCosts,
                        () -> Instant.parse("2026-04-10T12:00:00Z"))
                .project(new Visibility.Everything(), filter);
    }

    private Series series() {
        return outlooks(OF_ACME).getFirst().series().getFirst();
    }

    /// 2 USD an ACU; read whole through yesterday, and settled through the 7th. From 3 April on 7
    /// to 13 ACU a day: 14 to 22 USD on the settled days, which are 3 to 7 April, and 1 and 2 April
    /// without usage.
    private void useFromThird() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        for (int day = 3; day <= 9; day++) {
            usage.useOfAcme("2026-04-0" + day, Group.unstated(), Integer.toString(day + 4));
        }
        DateRange.of(LocalDate.parse("2026-04-01"), TODAY)
                .days()
                .forEach(day ->
                        usage.reports.readWhole(day, day.isBefore(LocalDate.parse("2026-04-08"))));
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void aCycleIsProjectedFromItsSettledDays() {
        useFromThird();

        var series = series();

        var settled =
                List.of(usd("0"), usd("0"), usd("14"), usd("16"), usd("18"), usd("20"), usd("22"));
        assertThat(series.projection())
                .isPresent()
                .isEqualTo(Projection.of(settled, usd("90"), 23));
        assertThat(series.projection().orElseThrow().estimate()).isEqualTo(usd("385.71"));
        assertThat(series.reason()).isEmpty();
        assertThat(series.spent()).isEqualTo(usd("140"));
        assertThat(series.kind()).isEqualTo(MoneyKind.CONTRACTED);
    }

    @Test
    void everyDayOfTheLastThirtySaysHowFarItCanBeReliedOn() {
        useFromThird();

        var days = series().days();

        assertThat(days).hasSize(30);
        assertThat(days)
                .contains(
                        new Day(TODAY.minusDays(29), Optional.empty(), Settledness.MISSING),
                        new Day(TODAY.minusDays(9), Optional.of(usd("0")), Settledness.SETTLED),
                        new Day(TODAY.minusDays(5), Optional.of(usd("18")), Settledness.SETTLED),
                        new Day(
                                TODAY.minusDays(1),
                                Optional.of(usd("26")),
                                Settledness.PROVISIONAL),
                        new Day(TODAY, Optional.empty(), Settledness.MISSING));
    }

    @Test
    void tooFewSettledDaysAreNoProjection() {
        useFromThird();
        usage.reports.readWhole(LocalDate.parse("2026-04-01"), false);

        var series = series();

        assertThat(series.projection()).isEmpty();
        assertThat(series.reason()).contains(NoProjection.TOO_FEW_SETTLED_DAYS);
        assertThat(series.spent()).isEqualTo(usd("140"));
    }

    @Test
    void usageWithoutAPriceIsNotProjectedAsFree() {
        usage.price(
                PricedUsage.of(Group.of(Dimension.PRODUCT, "devin")), "2", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-04-03", Group.of(Dimension.PRODUCT, "devin"), "5");
        usage.useOfAcme("2026-04-03", Group.of(Dimension.PRODUCT, "cascade"), "5");
        DateRange.of(LocalDate.parse("2026-03-20"), TODAY)
                .days()
                .forEach(day -> usage.reports.readWhole(day, true));

        var outlook = outlooks(OF_ACME).getFirst();

        assertThat(outlook.unpriced()).isTrue();
        assertThat(outlook.series())
                .extracting(Series::reason)
                .containsExactly(Optional.of(NoProjection.UNPRICED_USAGE));
    }

    @Test
    void everySourceHasItsOwnAndKindsAndCurrenciesStayApart() {
        useFromThird();
        usage.use(BILLED, "cost", TODAY, Group.unstated(), "7", "USD");
        usage.use(BILLED, "cost", TODAY, Group.unstated(), "3", "EUR");

        var outlooks = outlooks(Filter.ALL);

        assertThat(outlooks)
                .extracting(Outlook::source)
                .containsExactly(ACME, PricedUsage.BETA, BILLED);
        assertThat(outlooks.getLast().series())
                .extracting(series -> series.currency().getCurrencyCode())
                .containsExactly("EUR", "USD");
        assertThat(outlooks.get(1).series()).isEmpty();
    }
}
