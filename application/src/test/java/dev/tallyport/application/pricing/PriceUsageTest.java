package dev.tallyport.application.pricing;

import static dev.tallyport.application.pricing.PricedUsage.ACUS;
import static dev.tallyport.application.pricing.PricedUsage.AT;
import static dev.tallyport.application.pricing.PricedUsage.BILLED;
import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.application.pricing.PriceUsage.Priced;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PriceUsageTest {

    private static final LocalDate SIXTEENTH = LocalDate.parse("2026-03-16");
    private static final DateRange MARCH =
            DateRange.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));
    private static final Grouping BY_MONTH = Grouping.by(Bucket.MONTH);

    private final PricedUsage usage = new PricedUsage();

    @Test
    void usageIsToldApartWhereItsPriceChanges() {
        usage.price(
                RateScope.EVERYTHING,
                "2",
                "USD",
                new Validity(Optional.empty(), Optional.of(SIXTEENTH)));
        usage.price(RateScope.EVERYTHING, "3", "USD", Validity.from(SIXTEENTH));
        usage.useOfAcme("2026-03-15", Group.unstated(), "10");
        usage.useOfAcme("2026-03-16", Group.unstated(), "1");

        var priced = priced(BY_MONTH);

        assertThat(priced)
                .extracting(one -> one.row().slot().orElseThrow(), Priced::costs)
                .containsExactly(
                        tuple(
                                new Slot.Days(DateRange.of(MARCH.start(), SIXTEENTH)),
                                contracted("20")),
                        tuple(
                                new Slot.Days(DateRange.of(SIXTEENTH, MARCH.end())),
                                contracted("3")));
    }

    @Test
    void usageIsToldApartByWhatARateNames() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(Group.of(ORGANIZATION, "org-1")), "1", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-15", Group.of(ORGANIZATION, "org-1").with(USER, "ann"), "10");
        usage.useOfAcme("2026-03-15", Group.of(ORGANIZATION, "org-2").with(USER, "ann"), "1");

        var priced = priced(Grouping.by(USER));

        assertThat(priced)
                .extracting(one -> one.row().group().value(ORGANIZATION), Priced::costs)
                .containsExactly(
                        tuple(Optional.of("org-1"), contracted("10")),
                        tuple(Optional.of("org-2"), contracted("2")));
    }

    @Test
    void bothKindsOfPriceAreTold() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.rates.add(
                new Terms(
                        ACUS,
                        PriceKind.LIST,
                        RateScope.EVERYTHING,
                        Money.of("3", "EUR"),
                        Validity.from(SIXTEENTH)),
                false,
                AT,
                "Ada");
        usage.useOfAcme("2026-03-20", Group.unstated(), "10");

        assertThat(priced(BY_MONTH))
                .extracting(Priced::costs)
                .containsExactly(
                        Map.of(
                                MoneyKind.CONTRACTED, Money.of("20", "USD"),
                                MoneyKind.LIST, Money.of("30", "EUR")));
    }

    @Test
    void usageWithoutARateIsThereWithoutACost() {
        usage.useOfAcme("2026-03-20", Group.unstated(), "10");

        assertThat(priced(BY_MONTH)).extracting(Priced::costs).containsExactly(Map.of());
    }

    @Test
    void whatASourceStatesInMoneyIsNotPricedAsWell() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.use(BILLED, "usage", SIXTEENTH, Group.unstated(), "1000", "ACU");
        usage.use(BILLED, "cost", SIXTEENTH, Group.unstated(), "7", "USD");

        assertThat(priced(BY_MONTH)).extracting(Priced::costs).containsExactly(Map.of());
        assertThat(
                        priced(
                                new CostQuestion(
                                        new Visibility.Everything(),
                                        new Window.Days(MARCH),
                                        BY_MONTH,
                                        Filter.ALL,
                                        PriceKind.CONTRACTED,
                                        Optional.empty())))
                .extracting(
                        one -> one.row().measure().meter(), one -> one.row().quantity().toString())
                .containsExactly(tuple("cost", "7 USD"));
    }

    /// By the cut that answers the question nobody can say which rate applies; another cut has
    /// other figures.
    @Test
    void whatIsNotToldApartAsARateNamesItHasNoCost() {
        var gamma =
                usage.sources.add(
                        "gamma",
                        PricedUsage.vendor(
                                "two-cuts",
                                Cut.of("whole", "acus", "ACU", Set.of()),
                                PricedUsage.acus("divided")));
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.price(
                new RateScope(Optional.of(gamma), Group.of(ORGANIZATION, "org-1")),
                "1",
                "USD",
                Validity.ALWAYS);
        usage.use(gamma, "whole", SIXTEENTH, Group.unstated(), "10", "ACU");
        usage.use(gamma, "divided", SIXTEENTH, Group.of(ORGANIZATION, "org-1"), "9", "ACU");

        assertThat(priced(BY_MONTH))
                .extracting(one -> one.row().quantity().toString(), Priced::costs)
                .containsExactly(tuple("10 ACU", Map.of()));
    }

    @Test
    void readingIsRecordedOnce() {
        usage.price(PricedUsage.of(Group.of(ORGANIZATION, "org-1")), "1", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-20", Group.of(USER, "ann"), "10");

        priced(Grouping.by(USER));

        assertThat(usage.audit.entries()).hasSize(1);
    }

    private List<Priced> priced(Grouping grouping) {
        var priced = new ArrayList<Priced>();
        usage.priceUsage.price(
                Question.of(new Visibility.Everything(), "acus", new Window.Days(MARCH))
                        .withGroupings(grouping),
                priced::add);
        return priced;
    }

    private List<Priced> priced(CostQuestion question) {
        var priced = new ArrayList<Priced>();
        usage.priceUsage.price(question, priced::add);
        return priced;
    }

    private static Map<MoneyKind, Money> contracted(String dollars) {
        return Map.of(MoneyKind.CONTRACTED, Money.of(dollars, "USD"));
    }
}
