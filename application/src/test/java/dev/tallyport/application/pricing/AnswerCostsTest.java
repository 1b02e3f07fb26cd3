package dev.tallyport.application.pricing;

import static dev.tallyport.application.pricing.PricedUsage.ACME;
import static dev.tallyport.application.pricing.PricedUsage.ACUS;
import static dev.tallyport.application.pricing.PricedUsage.AT;
import static dev.tallyport.application.pricing.PricedUsage.BETA;
import static dev.tallyport.application.pricing.PricedUsage.BILLED;
import static dev.tallyport.domain.usage.Dimension.ACTIVITY;
import static dev.tallyport.domain.usage.Dimension.MODEL;
import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.PERSON;
import static dev.tallyport.domain.usage.Dimension.PRODUCT;
import static dev.tallyport.domain.usage.Dimension.SOURCE;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.application.pricing.Costs.Row;
import dev.tallyport.application.pricing.Costs.Total;
import dev.tallyport.application.pricing.Costs.Unpriced;
import dev.tallyport.application.pricing.Costs.Used;
import dev.tallyport.application.reporting.Answer.Silence;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question.Order;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnswerCostsTest {

    private static final DateRange MARCH =
            DateRange.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"));
    private static final Grouping WHOLE = Grouping.WHOLE;
    private static final Grouping BY_ORGANIZATION =
            new Grouping(Optional.of(Bucket.MONTH), Set.of(ORGANIZATION));
    private static final Visibility EVERYTHING = new Visibility.Everything();
    private static final LocalDate SIXTEENTH = LocalDate.parse("2026-03-16");

    private final PricedUsage usage = new PricedUsage();

    private static Group organization(String id) {
        return Group.of(ORGANIZATION, id);
    }

    private static Group person(String user, String organization, String product) {
        return organization(organization).with(USER, user).with(PRODUCT, product);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private Costs costs(Grouping grouping) {
        return costs(EVERYTHING, grouping, Filter.ALL);
    }

    private Costs costs(Visibility visibility, Grouping grouping, Filter filter) {
        return usage.answerCosts.answer(question(visibility, grouping, filter, MARCH));
    }

    private static CostQuestion question(
            Visibility visibility, Grouping grouping, Filter filter, DateRange days) {
        return new CostQuestion(
                visibility,
                new Window.Days(days),
                grouping,
                filter,
                PriceKind.CONTRACTED,
                Optional.empty());
    }

    private static Row ofMarch(String organization, String dollars) {
        return new Row(
                Optional.of(MARCH), organization(organization), MoneyKind.CONTRACTED, usd(dollars));
    }

    /// By hand, with 2 USD through the 15th and 3 USD from the 16th on: org-1: 10 × 2 + 5.5 × 2 + 4
    /// × 3 + 1 × 3 = 20 + 11 + 12 + 3 = 46; org-2: 1.25 × 2 + 0.1 × 3 = 2.5 + 0.3 = 2.8.
    @Test
    void aPriceThatChangesWithinAMonthAppliesFromItsDayOn() {
        var first =
                usage.price(
                        RateScope.EVERYTHING,
                        "2",
                        "USD",
                        new Validity(Optional.empty(), Optional.of(SIXTEENTH)));
        var second = usage.price(RateScope.EVERYTHING, "3", "USD", Validity.from(SIXTEENTH));
        usage.useOfAcme("2026-02-28", organization("org-1"), "1000");
        usage.useOfAcme("2026-03-01", organization("org-1"), "10");
        usage.useOfAcme("2026-03-15", organization("org-1"), "5.5");
        usage.useOfAcme("2026-03-16", organization("org-1"), "4");
        usage.useOfAcme("2026-03-31", organization("org-1"), "1");
        usage.useOfAcme("2026-03-10", organization("org-2"), "1.25");
        usage.useOfAcme("2026-03-20", organization("org-2"), "0.1");

        var costs = costs(BY_ORGANIZATION);

        assertThat(costs.rows()).containsExactly(ofMarch("org-1", "46"), ofMarch("org-2", "2.8"));
        assertThat(costs.totals()).containsExactly(new Total(MoneyKind.CONTRACTED, usd("48.8")));
        assertThat(costs.estimatedSpend()).containsExactly(usd("48.8"));
        assertThat(costs.unpriced()).isEmpty();
        assertThat(costs.rates())
                .containsExactly(
                        new Used(first.rate(), DateRange.of(MARCH.start(), SIXTEENTH)),
                        new Used(second.rate(), DateRange.of(SIXTEENTH, MARCH.end())));
        assertThat(costs(WHOLE).totals()).isEqualTo(costs.totals());
    }

    @Test
    void aStretchThatBeginsAfterAChangeIsPricedAsOfItsOwnDays() {
        usage.price(
                RateScope.EVERYTHING,
                "2",
                "USD",
                new Validity(Optional.empty(), Optional.of(SIXTEENTH)));
        usage.price(RateScope.EVERYTHING, "3", "USD", Validity.from(SIXTEENTH));
        usage.useOfAcme("2026-03-20", organization("org-1"), "1");

        var costs =
                usage.answerCosts.answer(
                        question(
                                EVERYTHING,
                                BY_ORGANIZATION,
                                Filter.ALL,
                                DateRange.of(SIXTEENTH, MARCH.end())));

        assertThat(costs.rows()).containsExactly(ofMarch("org-1", "3"));
    }

    @Test
    void theNarrowestRatePricesWhatItNamesAndNothingElse() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(organization("org-1")), "1", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(Group.of(PRODUCT, "cascade")), "5", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-01", person("ann", "org-1", "cascade"), "1");
        usage.useOfAcme("2026-03-01", person("ann", "org-1", "devin"), "10");
        usage.useOfAcme("2026-03-01", person("bob", "org-2", "devin"), "100");

        var costs = costs(Grouping.by(USER));

        assertThat(costs.rows())
                .containsExactly(
                        new Row(
                                Optional.empty(),
                                Group.of(USER, "ann"),
                                MoneyKind.CONTRACTED,
                                usd("15")),
                        new Row(
                                Optional.empty(),
                                Group.of(USER, "bob"),
                                MoneyKind.CONTRACTED,
                                usd("200")));
        assertThat(costs.rates()).hasSize(3);
    }

    @Test
    void whatASourceNeverStatesDoesNotKeepItFromBeingPriced() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.price(
                new RateScope(Optional.empty(), Group.of(MODEL, "opus")),
                "9",
                "USD",
                Validity.ALWAYS);
        usage.useOfAcme("2026-03-01", organization("org-1"), "1");

        assertThat(costs(WHOLE).estimatedSpend()).containsExactly(usd("2"));
    }

    @Test
    void usageWithoutARateIsListedAndIsNotFree() {
        usage.price(PricedUsage.of(organization("org-1")), "1", "USD", Validity.from(SIXTEENTH));
        usage.useOfAcme("2026-03-10", organization("org-1"), "4");
        usage.useOfAcme("2026-03-20", organization("org-1"), "8");
        usage.useOfAcme("2026-03-20", organization("org-2"), "16");

        var costs = costs(BY_ORGANIZATION);

        assertThat(costs.rows()).containsExactly(ofMarch("org-1", "8"));
        assertThat(costs.unpriced())
                .containsExactly(
                        unpriced(organization("org-1"), "4"),
                        unpriced(organization("org-2"), "16"));
    }

    private static Unpriced unpriced(Group group, String acus) {
        return new Unpriced(
                Optional.of(MARCH),
                group.with(SOURCE, ACME.value()),
                "acus",
                Quantity.of(acus, ACUS.unit()));
    }

    @Test
    void moneyThatASourceStatesIsReportedAsItIsAndItsUsageIsNotPriced() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        var day = LocalDate.parse("2026-03-05");
        usage.useOfAcme("2026-03-05", organization("org-1"), "1");
        usage.use(BILLED, "usage", day, organization("org-1"), "1000", "ACU");
        usage.use(BILLED, "cost", day, organization("org-1"), "7", "USD");
        usage.use(BILLED, "cost", day, organization("org-1"), "3", "EUR");
        usage.use(BILLED, "cost", day, organization("org-1"), "40", "credits");
        usage.use(BILLED, "worth", day, Group.unstated(), "500", "USD");

        var costs = costs(WHOLE);

        assertThat(costs.totals())
                .containsExactly(
                        new Total(MoneyKind.CONTRACTED, usd("2")),
                        new Total(MoneyKind.BILLED, Money.of("3", "EUR")),
                        new Total(MoneyKind.BILLED, usd("7")));
        assertThat(costs.estimatedSpend()).containsExactly(Money.of("3", "EUR"), usd("9"));
        assertThat(costs.unpriced())
                .extracting(Unpriced::meter, one -> one.quantity().toString())
                .containsExactly(tuple("cost", "40 credits"));
    }

    @Test
    void atListPricesNothingIsSaidToBeSpent() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.rates.add(
                new Terms(ACUS, PriceKind.LIST, RateScope.EVERYTHING, usd("3"), Validity.ALWAYS),
                false,
                AT,
                "Ada");
        usage.useOfAcme("2026-03-05", organization("org-1"), "10");

        var costs =
                usage.answerCosts.answer(
                        new CostQuestion(
                                EVERYTHING,
                                new Window.Days(MARCH),
                                WHOLE,
                                Filter.ALL,
                                PriceKind.LIST,
                                Optional.empty()));

        assertThat(costs.totals()).containsExactly(new Total(MoneyKind.LIST, usd("30")));
        assertThat(costs.estimatedSpend()).isEmpty();
    }

    @Test
    void costsAreAsTheRatesWereKnown() {
        var before = usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.rates.replace(
                before, before.rate().terms().withPrice(usd("3")), AT.plusSeconds(60), "Bob");
        usage.useOfAcme("2026-03-05", organization("org-1"), "10");
        var then =
                new CostQuestion(
                        EVERYTHING,
                        new Window.Days(MARCH),
                        WHOLE,
                        Filter.ALL,
                        PriceKind.CONTRACTED,
                        Optional.of(AT.plusSeconds(30)));

        var known = usage.answerCosts.answer(then);
        var now = costs(WHOLE);

        assertThat(known.estimatedSpend()).containsExactly(usd("20"));
        assertThat(now.estimatedSpend()).containsExactly(usd("30"));
        assertThat(known.ratesVersion()).isNotEqualTo(now.ratesVersion());
        assertThat(known.dataVersion()).isEqualTo(now.dataVersion());
    }

    @Test
    void personsAreToldApartAsInUsage() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        var day = LocalDate.parse("2026-03-05");
        var mia = new Principal.Person(7);
        usage.linked.put(new VendorUser(ACME, "ann"), mia);
        usage.linked.put(new VendorUser(BETA, "anna"), mia);
        usage.useOfAcme("2026-03-05", Group.of(USER, "ann"), "1");
        usage.use(BETA, "usage", day, Group.of(USER, "anna"), "2", "ACU");
        usage.use(BETA, "usage", day, Group.of(USER, "bob"), "4", "ACU");
        usage.use(BETA, "usage", day, Group.unstated(), "8", "ACU");

        var costs = costs(Grouping.by(PERSON));

        assertThat(costs.rows())
                .extracting(Row::group, row -> row.cost().toString())
                .containsExactlyInAnyOrder(
                        tuple(Group.of(PERSON, "7"), "6 USD"),
                        tuple(Group.of(USER, "bob").with(SOURCE, "beta"), "8 USD"),
                        tuple(Group.unstated(), "16 USD"));
    }

    @Test
    void largestFirstAmountsOfOneCurrencyFollowThoseOfAnother() {
        usage.price(PricedUsage.of(organization("org-1")), "1", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(organization("org-2")), "9", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(organization("org-3")), "5", "EUR", Validity.ALWAYS);
        for (var organization : List.of("org-1", "org-2", "org-3")) {
            usage.useOfAcme("2026-03-05", organization(organization), "1");
        }

        var costs = costs(BY_ORGANIZATION);

        assertThat(amounts(costs.inOrder(Order.GROUP))).containsExactly("1 USD", "9 USD", "5 EUR");
        assertThat(amounts(costs.inOrder(Order.LARGEST_FIRST)))
                .containsExactly("5 EUR", "9 USD", "1 USD");
        assertThat(amounts(costs.inOrder(Order.SMALLEST_FIRST)))
                .containsExactly("5 EUR", "1 USD", "9 USD");
    }

    private static List<String> amounts(Costs costs) {
        return costs.rows().stream().map(row -> row.cost().toString()).toList();
    }

    @Test
    void nothingIsToldBeyondWhatMayBeSeen() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-05", organization("org-1"), "1");
        usage.useOfAcme("2026-03-05", organization("org-2"), "10");
        var lead =
                new Visibility.Some(
                        Set.of(new VendorOrganization(ACME, "org-1")),
                        Set.of(),
                        Set.of(),
                        Set.of());

        var costs = costs(lead, BY_ORGANIZATION, Filter.ALL);

        assertThat(costs.rows()).containsExactly(ofMarch("org-1", "2"));
        assertThat(costs.sources()).extracting(one -> one.source()).containsExactly(ACME);
        assertThat(costs(new Visibility.Nothing(), WHOLE, Filter.ALL).sources()).isEmpty();
    }

    @Test
    void onlyTheSourcesAskedForAnswer() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-05", organization("org-1"), "1");
        usage.use(BETA, "usage", MARCH.start(), organization("org-1"), "2", "ACU");
        var beta = Filter.ALL.withOnly(SOURCE, Set.of("beta"));

        assertThat(costs(EVERYTHING, WHOLE, beta).estimatedSpend()).containsExactly(usd("4"));
    }

    @Test
    void aSourceThatCannotTellWhatIsAskedForSaysSo() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-05", organization("org-1"), "1");

        var costs = costs(Grouping.by(ACTIVITY));

        assertThat(costs.rows()).isEmpty();
        assertThat(costs.sources())
                .extracting(one -> one.source(), one -> one.silence().orElseThrow())
                .contains(tuple(ACME, Silence.UNDIVIDED), tuple(BETA, Silence.UNREAD));
    }

    /// Rates of the one source name organizations, so that it is asked another question than the
    /// others.
    @Test
    void whateverIsAskedIsOfOneMomentAndRecordedAsOne() {
        usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);
        usage.price(PricedUsage.of(organization("org-1")), "3", "USD", Validity.ALWAYS);
        usage.useOfAcme("2026-03-05", organization("org-1").with(USER, "ann"), "1");
        usage.use(BETA, "usage", SIXTEENTH, Group.of(USER, "bob"), "10", "ACU");

        var costs = costs(Grouping.by(USER));

        assertThat(costs.estimatedSpend()).containsExactly(usd("23"));
        assertThat(usage.reports.reads()).isOne();
        assertThat(usage.audit.entries())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.after())
                                .containsEntry("meter", "acus; acus, cost")
                                .containsEntry("only source", "acme; beta, billed"));
    }

    @Test
    void costsOfHoursAreNotAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> question(EVERYTHING, Grouping.by(Bucket.HOUR), Filter.ALL, MARCH));
    }

    @Test
    void aSourceReportsItsMoneyOrHasItsAcusPriced() {
        var billing = usage.findBilling.all(Rates.bookOf(List.of()), PriceKind.CONTRACTED);

        assertThat(billing)
                .extracting(Billing::source, Billing::meter, Billing::stated)
                .containsExactly(
                        tuple(ACME, "acus", Optional.empty()),
                        tuple(BETA, "acus", Optional.empty()),
                        tuple(BILLED, "cost", Optional.of(MoneyKind.BILLED)));
    }
}
