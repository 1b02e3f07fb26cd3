package dev.tallyport.adapter.rest.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tallyport.adapter.rest.export.FocusCharge.Period;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

final class FocusChargeTest {

    private static final Unit ACU = new Unit("ACU");
    private static final Unit TOKEN = new Unit("token");
    private static final Unit DOLLAR = new Unit("USD");
    private static final Instant START = Instant.parse("2026-01-16T08:00:00Z");
    private static final Period MONTH =
            new Period(
                    Instant.parse("2026-01-16T08:00:00Z"), Instant.parse("2026-02-16T08:00:00Z"));

    private static final FocusCharge DRAWN =
            new FocusCharge(
                    "acme",
                    "Devin",
                    new Period(START, START.plus(Duration.ofDays(1))),
                    MONTH,
                    "acus",
                    Group.of(Dimension.ORGANIZATION, "org-1")
                            .with(Dimension.PRODUCT, "cascade")
                            .with(Dimension.MODEL, "m-1")
                            .with(Dimension.USER, "email|1"),
                    Optional.of("Platform"),
                    Optional.of(Quantity.of("12.25", ACU)),
                    Optional.of(Quantity.of("12.25", ACU)),
                    Map.of());

    @Test
    void acusAreAVirtualCurrencyAndWhatIsNotPricedIsEmpty() {
        var charge = onlyRow(DRAWN);

        assertThat(charge.getFieldsAsMap())
                .containsEntry("ConsumedQuantity", "12.25")
                .containsEntry("ConsumedUnit", "ACU")
                .containsEntry("PricingQuantity", "12.25")
                .containsEntry("PricingUnit", "ACU")
                .containsEntry("PricingCurrency", "ACU")
                .containsEntry("PricingCurrencyEffectiveCost", "12.25")
                .containsEntry("BilledCost", "")
                .containsEntry("EffectiveCost", "")
                .containsEntry("ContractedCost", "")
                .containsEntry("ListCost", "")
                .containsEntry("BillingCurrency", "");
    }

    @Test
    void namesAreWhereFocusLooksForThem() {
        var charge = onlyRow(DRAWN);

        assertThat(charge.getFieldsAsMap())
                .containsEntry("BillingAccountId", "acme")
                .containsEntry("BillingPeriodStart", "2026-01-16T08:00:00Z")
                .containsEntry("BillingPeriodEnd", "2026-02-16T08:00:00Z")
                .containsEntry("ChargePeriodStart", "2026-01-16T08:00:00Z")
                .containsEntry("ChargePeriodEnd", "2026-01-17T08:00:00Z")
                .containsEntry("ProviderName", "Devin")
                .containsEntry("ServiceName", "cascade")
                .containsEntry("SkuId", "acus/cascade/m-1")
                .containsEntry("SkuMeter", "acus")
                .containsEntry("SubAccountId", "org-1")
                .containsEntry("SubAccountName", "Platform")
                .containsEntry("ResourceId", "")
                .containsEntry("Tags", "{\"model\":\"m-1\",\"user\":\"email|1\"}");
    }

    @Test
    void columnsAreInTheOrderOfTheirNamesAndOurOwnLast() {
        var names = FocusCharge.TABLE.columns().stream().map(Column::name).toList();

        assertThat(names.subList(0, names.size() - 1))
                .isSorted()
                .noneMatch(name -> name.startsWith("x_"));
        assertThat(names.getLast()).isEqualTo("x_NotionalCost");
    }

    @Test
    void costsOfTwoCurrenciesAreNoOneCharge() {
        assertThatThrownBy(() ->
                        costing(
                                Map.of(
                                        MoneyKind.LIST, Quantity.of("1", DOLLAR),
                                        MoneyKind.BILLED, Quantity.of("1", new Unit("EUR")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    static Arbitrary<List<FocusCharge>> charges() {
        var names =
                Arbitraries.of("ada@example.com", "a, \"b\"", "#1", "it's 漢", "org-1").optional();
        var days = Arbitraries.integers().between(0, 40);
        var amounts =
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1E15"), new BigDecimal("1E15"))
                        .ofScale(12);
        var costs = Arbitraries.maps(Arbitraries.of(MoneyKind.class), amounts).ofMaxSize(3);
        return Combinators.combine(
                        days, names, names, names, names, names, Arbitraries.of(0, 1, 2), amounts)
                .as((day, user, organization, product, model, activity, kind, amount) ->
                        charge(
                                START.plus(Duration.ofDays(day)),
                                groupOf(user, organization, product, model, activity),
                                kind,
                                amount))
                .flatMap(charge -> costs.map(some -> priced(charge, some)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 100)
    void whatIsExportedAndImportedAgainComesToTheSame(
            @ForAll("charges") List<FocusCharge> charges) {
        var imported = new TreeMap<String, BigDecimal>();

        for (var fact : FocusFile.imported(charges)) {
            add(
                    imported,
                    key(fact.cut(), fact.unit().orElse(""), fact.dimensions()),
                    fact.quantity());
        }

        assertThat(imported).isEqualTo(expected(charges));
    }

    private static Map<String, BigDecimal> expected(List<FocusCharge> charges) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var charge : charges) {
            charge.used().ifPresent(used -> add(sums, "consumed-quantity", charge, used));
            charge.drawn().ifPresent(drawn -> add(sums, "virtual-currency", charge, drawn));
            charge.costs()
                    .forEach((kind, cost) ->
                            add(
                                    sums,
                                    kind.name().toLowerCase(Locale.ROOT) + "-cost",
                                    charge,
                                    cost));
        }
        return sums;
    }

    /// FOCUS demands a service; without one, it is the provider's.
    private static void add(
            Map<String, BigDecimal> sums, String cut, FocusCharge charge, Quantity quantity) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        dimensions.put(Dimension.PRODUCT, charge.provider());
        dimensions.putAll(charge.group().values());
        add(sums, key(cut, quantity.unit().symbol(), dimensions), quantity.amount());
    }

    private static String key(String cut, String unit, Map<?, String> dimensions) {
        var values = new TreeMap<String, String>();
        dimensions.forEach((dimension, value) -> values.put(dimension.toString(), value));
        return cut + " " + unit + " " + values;
    }

    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        sums.merge(key, amount, BigDecimal::add);
        sums.computeIfPresent(key, (_, sum) -> Sample.stripped(sum));
    }

    private static FocusCharge charge(Instant start, Group group, int kind, BigDecimal amount) {
        var used = new Quantity(amount, kind == 1 ? ACU : TOKEN);
        return new FocusCharge(
                "acme",
                "Devin",
                new Period(start, start.plus(Duration.ofDays(1))),
                MONTH,
                "meter",
                group,
                group.value(Dimension.ORGANIZATION).map(id -> "Organization " + id),
                Optional.of(used).filter(_ -> kind > 0),
                Optional.of(used).filter(_ -> kind == 1),
                Map.of());
    }

    private static FocusCharge priced(FocusCharge charge, Map<MoneyKind, BigDecimal> amounts) {
        var costs = new EnumMap<MoneyKind, Quantity>(MoneyKind.class);
        amounts.forEach((kind, amount) -> costs.put(kind, new Quantity(amount, DOLLAR)));
        return new FocusCharge(
                charge.source(),
                charge.provider(),
                charge.charged(),
                charge.billed(),
                charge.meter(),
                charge.group(),
                charge.organizationName(),
                charge.used(),
                charge.drawn(),
                costs);
    }

    private static FocusCharge costing(Map<MoneyKind, Quantity> costs) {
        return new FocusCharge(
                "acme",
                "Devin",
                MONTH,
                MONTH,
                "cost",
                Group.unstated(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                costs);
    }

    private static Group groupOf(
            Optional<String> user,
            Optional<String> organization,
            Optional<String> product,
            Optional<String> model,
            Optional<String> activity) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        user.ifPresent(value -> values.put(Dimension.USER, value));
        organization.ifPresent(value -> values.put(Dimension.ORGANIZATION, value));
        product.ifPresent(value -> values.put(Dimension.PRODUCT, value));
        model.ifPresent(value -> values.put(Dimension.MODEL, value));
        activity.ifPresent(value -> values.put(Dimension.ACTIVITY, value));
        return new Group(values);
    }

    private static NamedCsvRecord onlyRow(FocusCharge charge) {
        var file = new String(FocusFile.written(List.of(charge)), UTF_8);
        var rows = CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
