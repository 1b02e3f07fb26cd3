package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.FocusCharge.Period;
import dev.tallyport.adapter.rest.export.FocusFile;
import dev.tallyport.application.pricing.PriceUsage.Priced;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.DisplayNames.Label;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class UsageChargesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final Unit ACU = new Unit("ACU");
    private static final Unit DOLLAR = new Unit("USD");
    private static final Quantity SOME = Quantity.of("12.25", ACU);
    private static final BillingCalendar FROM_THE_16TH =
            BillingCalendar.of(
                    ZoneOffset.ofHours(-8),
                    List.of(
                            BillingCycle.of(
                                    LocalDate.parse("2026-01-16"), LocalDate.parse("2026-02-16"))));

    @Test
    void aDayIsTheVendorsAndBilledWithItsCycle() {
        var charge = charge(days("2026-01-16", "2026-03-01"), slot("2026-01-31", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-31T08:00:00Z", "2026-02-01T08:00:00Z"));
        assertThat(charge.billed())
                .isEqualTo(period("2026-01-16T08:00:00Z", "2026-02-16T08:00:00Z"));
    }

    @Test
    void ofALongerSlotOnlyTheAskedDaysAreCharged() {
        var charge = charge(days("2026-01-20", "2026-01-25"), slot("2026-01-01", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-20T08:00:00Z", "2026-01-25T08:00:00Z"));
    }

    @Test
    void betweenInstantsTheLastDayIsWhole() {
        var charge =
                charge(
                        instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"),
                        slot("2026-01-01", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-20T12:00:00Z", "2026-01-23T08:00:00Z"));
    }

    @Test
    void anHourIsItself() {
        var hour =
                new Slot.Hour(
                        Instant.parse("2026-01-20T12:00:00Z"),
                        Instant.parse("2026-01-20T13:00:00Z"));

        var charge =
                charge(instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"), Optional.of(hour));

        assertThat(charge.charged()).isEqualTo(new Period(hour.start(), hour.end()));
    }

    @Test
    void whatIsNotToldApartInTimeIsOfTheWholeWindow() {
        var daily = charge(days("2026-01-20", "2026-01-25"), Optional.empty());
        var exact =
                charge(instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"), Optional.empty());

        assertThat(daily.charged())
                .isEqualTo(period("2026-01-20T08:00:00Z", "2026-01-25T08:00:00Z"));
        assertThat(exact.charged())
                .isEqualTo(period("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"));
    }

    @Test
    void acusAreDrawnAndOtherThingsOnlyUsed() {
        assertThat(of("acus", Optional.empty()).drawn()).contains(SOME);
        assertThat(of("tokens.input", Optional.empty()).drawn()).isEmpty();
        assertThat(of("tokens.input", Optional.empty()).used()).contains(SOME);
    }

    @Test
    void moneyIsACostOfItsKindAndNothingThatWasUsed() {
        var charge = of("cost", Optional.of(MoneyKind.NOTIONAL));

        assertThat(charge.costs()).isEqualTo(Map.of(MoneyKind.NOTIONAL, SOME));
        assertThat(charge.used()).isEmpty();
        assertThat(charge.drawn()).isEmpty();
    }

    @Test
    void vendorAndOrganizationAreNamed() {
        var charge = of("acus", Optional.empty());

        assertThat(charge.provider()).isEqualTo("Devin");
        assertThat(charge.organizationName()).contains("Platform");
    }

    @Test
    void whatRatesMakeOfUsageIsItsCost() {
        var charges =
                priced(
                        Map.of(
                                MoneyKind.CONTRACTED, Money.of("27.5625", "USD"),
                                MoneyKind.LIST, Money.of("36.75", "USD")));

        assertThat(charges).hasSize(1);
        assertThat(charges.getFirst().used()).contains(SOME);
        assertThat(charges.getFirst().costs())
                .isEqualTo(
                        Map.of(
                                MoneyKind.CONTRACTED, Quantity.of("27.5625", DOLLAR),
                                MoneyKind.LIST, Quantity.of("36.75", DOLLAR)));
    }

    @Test
    void aPriceOfAnotherCurrencyIsAChargeOfItsOwnThatNothingIsUsedIn() {
        var charges =
                priced(
                        Map.of(
                                MoneyKind.CONTRACTED, Money.of("27.5625", "USD"),
                                MoneyKind.LIST, Money.of("30", "EUR")));

        assertThat(charges)
                .extracting(FocusCharge::used, FocusCharge::costs)
                .containsExactly(
                        tuple(
                                Optional.of(SOME),
                                Map.of(MoneyKind.CONTRACTED, Quantity.of("27.5625", DOLLAR))),
                        tuple(
                                Optional.empty(),
                                Map.of(MoneyKind.LIST, Quantity.of("30", new Unit("EUR")))));
    }

    @Provide
    static Arbitrary<List<Priced>> pricedUsage() {
        var amounts =
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("1E9"))
                        .ofScale(9);
        var money =
                Combinators.combine(amounts, Arbitraries.of("USD", "EUR"))
                        .as((amount, currency) -> Money.of(amount.toPlainString(), currency))
                        .optional();
        return Combinators.combine(amounts, money, money)
                .as((used, contracted, list) -> {
                    var costs = new EnumMap<MoneyKind, Money>(MoneyKind.class);
                    contracted.ifPresent(cost -> costs.put(MoneyKind.CONTRACTED, cost));
                    list.ifPresent(cost -> costs.put(MoneyKind.LIST, cost));
                    return new Priced(used(new Quantity(used, ACU)), costs);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Answer.Row used(Quantity quantity) {
        return new Answer.Row(
                Optional.empty(),
                Group.of(Dimension.SOURCE, "acme"),
                Optional.empty(),
                new Answer.Measure("acus", Optional.empty()),
                quantity);
    }

    @Property(tries = 100)
    void costsThatAreImportedAgainComeToTheSame(@ForAll("pricedUsage") List<Priced> usage) {
        var charges = charges(days("2026-01-16", "2026-01-17"));

        var imported =
                FocusFile.imported(
                        usage.stream().flatMap(one -> charges.of(named(one)).stream()).toList());

        var expected = new TreeMap<String, BigDecimal>();
        for (var one : usage) {
            add(expected, "consumed-quantity ACU", one.row().quantity().amount());
            add(expected, "virtual-currency ACU", one.row().quantity().amount());
            one.costs()
                    .forEach((kind, cost) ->
                            add(
                                    expected,
                                    kind.name().toLowerCase(Locale.ROOT)
                                            + "-cost "
                                            + cost.currency().getCurrencyCode(),
                                    cost.amount()));
        }
        var read = new TreeMap<String, BigDecimal>();
        imported.forEach(
                fact -> add(read, fact.cut() + " " + fact.unit().orElse(""), fact.quantity()));
        assertThat(read).isEqualTo(expected);
    }

    private static void add(Map<String, BigDecimal> sums, String what, BigDecimal amount) {
        sums.merge(what, amount, (one, other) -> one.add(other));
        sums.computeIfPresent(what, (_, sum) -> sum.setScale(9));
    }

    private static List<FocusCharge> priced(Map<MoneyKind, Money> costs) {
        return charges(days("2026-01-16", "2026-01-17")).of(named(new Priced(used(SOME), costs)));
    }

    private static FocusCharge of(String meter, Optional<MoneyKind> money) {
        var row = row(new Answer.Measure(meter, money), Optional.empty());
        return charges(days("2026-01-16", "2026-01-17"))
                .of(named(new Priced(row, Map.of())))
                .getFirst();
    }

    private static FocusCharge charge(Window window, Optional<Slot> slot) {
        var row = row(new Answer.Measure("acus", Optional.empty()), slot);
        return charges(window).of(named(new Priced(row, Map.of()))).getFirst();
    }

    private static Answer.Row row(Answer.Measure measure, Optional<Slot> slot) {
        var group = Group.of(Dimension.SOURCE, "acme").with(Dimension.ORGANIZATION, "org-1");
        return new Answer.Row(slot, group, Optional.empty(), measure, SOME);
    }

    private static UsageCharges charges(Window window) {
        return new UsageCharges(window, Map.of(ACME, new SourceOrigin("Devin", FROM_THE_16TH)));
    }

    private static Named<Priced> named(Priced priced) {
        var platform = new Label(Dimension.ORGANIZATION, "org-1", Optional.of(ACME), "Platform");
        return new Named<>(priced, priced.row().group(), new DisplayNames(List.of(platform)));
    }

    private static Window days(String start, String end) {
        return new Window.Days(range(start, end));
    }

    private static Window instants(String start, String end) {
        return new Window.Instants(Instant.parse(start), Instant.parse(end));
    }

    private static Optional<Slot> slot(String start, String end) {
        return Optional.of(new Slot.Days(range(start, end)));
    }

    private static DateRange range(String start, String end) {
        return DateRange.of(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }
}
