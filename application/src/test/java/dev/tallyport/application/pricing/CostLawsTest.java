package dev.tallyport.application.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.pricing.Costs.Total;
import dev.tallyport.application.pricing.PriceUsage.Priced;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CostLawsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-20");
    private static final int DAYS = 60;

    /// ACUs of a group on a day.
    record Used(boolean ofAcme, LocalDate day, Group group, String acus) {

        SourceName source() {
            return ofAcme ? PricedUsage.ACME : PricedUsage.BETA;
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theSumOfThePartsIsTheWholeAndWhatEachDayCost(
            @ForAll("usage") List<Used> used,
            @ForAll("terms") List<Terms> terms,
            @ForAll("groupings") Grouping grouping) {
        var installation = installation(used, terms);
        var question = question(grouping);

        var costs = installation.answerCosts.answer(question);

        var expected = dayByDay(used, Rates.bookOf(installation.rates.asKnownOn(Optional.empty())));
        assertThat(costs.totals()).isEqualTo(expected);
        assertThat(addedUp(costs)).isEqualTo(expected);
        assertThat(costs.estimatedSpend()).isEqualTo(expected.stream().map(Total::cost).toList());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatTheSmallestPartsCostIsWhatEachDayCost(
            @ForAll("usage") List<Used> used,
            @ForAll("terms") List<Terms> terms,
            @ForAll("groupings") Grouping grouping) {
        var installation = installation(used, terms);
        var parts = new ArrayList<Priced>();

        installation.priceUsage.price(question(grouping), parts::add);

        var expected = dayByDay(used, Rates.bookOf(installation.rates.asKnownOn(Optional.empty())));
        assertThat(cost(parts)).isEqualTo(expected);
        assertThat(acus(parts.stream().map(part -> part.row().quantity().amount())))
                .isEqualTo(acus(used.stream().map(one -> new BigDecimal(one.acus()))));
    }

    private static List<Total> cost(List<Priced> parts) {
        var sums = new TreeMap<String, Money>();
        for (var part : parts) {
            part.costs()
                    .values()
                    .forEach(cost ->
                            sums.merge(cost.currency().getCurrencyCode(), cost, Money::plus));
        }
        return totals(sums);
    }

    private static BigDecimal acus(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add).setScale(2);
    }

    private static CostQuestion question(Grouping grouping) {
        return new CostQuestion(
                new Visibility.Everything(),
                new Window.Days(DateRange.of(FIRST, FIRST.plusDays(DAYS))),
                grouping,
                Filter.ALL,
                PriceKind.CONTRACTED,
                Optional.empty());
    }

    private static PricedUsage installation(List<Used> used, List<Terms> terms) {
        var installation = new PricedUsage();
        for (var one : used) {
            installation.use(
                    one.source(),
                    one.ofAcme() ? "daily" : "usage",
                    one.day(),
                    one.group(),
                    one.acus(),
                    "ACU");
        }
        for (var one : terms) {
            var rates = new ArrayList<>(installation.rates.asKnownOn(Optional.empty()));
            var added = installation.rates.add(one, false, PricedUsage.AT, "Ada");
            rates.add(added);
            if (RateBook.overlap(rates.stream().map(Rates.Version::rate).toList()).isPresent()) {
                installation.rates.withdraw(added, PricedUsage.AT);
            }
        }
        return installation;
    }

    /// Every fact by the rate of its own day.
    private static List<Total> dayByDay(List<Used> used, RateBook book) {
        var sums = new TreeMap<String, Money>();
        for (var one : used) {
            book.find(PricedUsage.ACUS, PriceKind.CONTRACTED, one.day(), one.source(), one.group())
                    .map(rate -> rate.terms().price().times(new BigDecimal(one.acus())))
                    .ifPresent(cost ->
                            sums.merge(cost.currency().getCurrencyCode(), cost, Money::plus));
        }
        return totals(sums);
    }

    private static List<Total> addedUp(Costs costs) {
        var sums = new TreeMap<String, Money>();
        costs.rows()
                .forEach(row ->
                        sums.merge(
                                row.cost().currency().getCurrencyCode(), row.cost(), Money::plus));
        return totals(sums);
    }

    private static List<Total> totals(Map<String, Money> sums) {
        return sums.values().stream().map(cost -> new Total(MoneyKind.CONTRACTED, cost)).toList();
    }

    @Provide
    Arbitrary<List<Used>> usage() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        days(),
                        groups(),
                        Arbitraries.integers().between(-50, 5000))
                .as((ofAcme, day, group, cents) -> new Used(ofAcme, day, group, cents + "E-2"))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Terms>> terms() {
        return Combinators.combine(
                        scopes(),
                        Arbitraries.integers().between(0, 999),
                        Arbitraries.of("USD", "EUR"),
                        days().optional(0.8),
                        Arbitraries.integers().between(1, DAYS).optional(0.5))
                .as((scope, price, currency, from, length) ->
                        new Terms(
                                PricedUsage.ACUS,
                                PriceKind.CONTRACTED,
                                scope,
                                Money.of(price + "E-2", currency),
                                new Validity(from, length.map(from.orElse(FIRST)::plusDays))))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Grouping> groupings() {
        return Combinators.combine(
                        Arbitraries.of(Bucket.DAY, Bucket.WEEK, Bucket.MONTH, Bucket.CYCLE)
                                .optional(0.8),
                        Arbitraries.of(
                                        Dimension.USER,
                                        Dimension.ORGANIZATION,
                                        Dimension.PRODUCT,
                                        Dimension.PERSON,
                                        Dimension.SOURCE)
                                .set())
                .as(Grouping::new);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS - 1).map(FIRST::plusDays);
    }

    private static Arbitrary<Group> groups() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob").optional(0.8),
                        Arbitraries.of("org-1", "org-2").optional(0.8),
                        Arbitraries.of("cascade", "devin").optional(0.8))
                .as((user, organization, product) -> {
                    var values = new EnumMap<Dimension, String>(Dimension.class);
                    user.ifPresent(value -> values.put(Dimension.USER, value));
                    organization.ifPresent(value -> values.put(Dimension.ORGANIZATION, value));
                    product.ifPresent(value -> values.put(Dimension.PRODUCT, value));
                    return new Group(values);
                });
    }

    private static Arbitrary<RateScope> scopes() {
        return Combinators.combine(
                        Arbitraries.of(PricedUsage.ACME, PricedUsage.BETA).optional(0.7), groups())
                .as((source, group) -> {
                    var values = new EnumMap<Dimension, String>(Dimension.class);
                    values.putAll(group.values());
                    values.remove(Dimension.USER);
                    if (source.isEmpty()) {
                        values.remove(Dimension.ORGANIZATION);
                    }
                    return new RateScope(source, new Group(values));
                });
    }
}
