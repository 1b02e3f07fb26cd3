package dev.tallyport.adapter.rest.export;

import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A charge of [FOCUS 1.2](https://focus.finops.org/focus-specification/v1-2/). Names that FOCUS
/// demands and nobody states fall back to the provider's; figures that nobody states stay empty,
/// where FOCUS demands them, too: a cost that is not known is not zero.
///
/// @param provider who is to be paid for it, as people know them
/// @param charged when it was used
/// @param billed the billing period that this begins in
/// @param organizationName empty where the organization is not known by a name
/// @param used what was used; empty for what is stated in money only
/// @param drawn what that takes of a virtual currency, such as ACUs; empty where there is none
/// @param costs what it costs, by what that means; in one currency
public record FocusCharge(
        String source,
        String provider,
        Period charged,
        Period billed,
        String meter,
        Group group,
        Optional<String> organizationName,
        Optional<Quantity> used,
        Optional<Quantity> drawn,
        Map<MoneyKind, Quantity> costs) {

    /// `[start, end)`
    public record Period(Instant start, Instant end) {}

    public FocusCharge {
        costs = Map.copyOf(costs);
        if (costs.values().stream().map(Quantity::unit).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "A charge has costs of one currency, but these have several: " + costs);
        }
    }

    /// Columns in the order of their names, as FOCUS wishes, and those that it does not know after
    /// them.
    public static final Table<FocusCharge> TABLE =
            new Table<>(
                    "focus",
                    "FOCUS",
                    List.of(
                            cost("BilledCost", MoneyKind.BILLED),
                            text("BillingAccountId", FocusCharge::source),
                            text("BillingAccountName", FocusCharge::source),
                            stated("BillingCurrency", FocusCharge::currency),
                            moment("BillingPeriodEnd", charge -> charge.billed.end()),
                            moment("BillingPeriodStart", charge -> charge.billed.start()),
                            text("ChargeCategory", _ -> "Usage"),
                            stated("ChargeClass", _ -> Optional.empty()),
                            text("ChargeDescription", FocusCharge::description),
                            text("ChargeFrequency", _ -> "Usage-Based"),
                            moment("ChargePeriodEnd", charge -> charge.charged.end()),
                            moment("ChargePeriodStart", charge -> charge.charged.start()),
                            amount("ConsumedQuantity", FocusCharge::used),
                            unit("ConsumedUnit", FocusCharge::used),
                            cost("ContractedCost", MoneyKind.CONTRACTED),
                            cost("EffectiveCost", MoneyKind.EFFECTIVE),
                            text("InvoiceIssuerName", FocusCharge::provider),
                            cost("ListCost", MoneyKind.LIST),
                            unit("PricingCurrency", FocusCharge::priced),
                            amount("PricingCurrencyEffectiveCost", FocusCharge::priced),
                            amount("PricingQuantity", FocusCharge::used),
                            unit("PricingUnit", FocusCharge::used),
                            text("ProviderName", FocusCharge::provider),
                            text("PublisherName", FocusCharge::provider),
                            dimension("ResourceId", Dimension.ACTIVITY),
                            stated(
                                    "ResourceType",
                                    charge ->
                                            charge.value(Dimension.ACTIVITY).map(_ -> "Activity")),
                            text("ServiceCategory", _ -> "AI and Machine Learning"),
                            text("ServiceName", FocusCharge::service),
                            text("ServiceSubcategory", _ -> "Generative AI"),
                            text("SkuId", FocusCharge::sku),
                            text("SkuMeter", FocusCharge::meter),
                            dimension("SubAccountId", Dimension.ORGANIZATION),
                            stated("SubAccountName", FocusCharge::organizationName),
                            stated(
                                    "SubAccountType",
                                    charge ->
                                            charge.value(Dimension.ORGANIZATION)
                                                    .map(_ -> "Organization")),
                            Column.members("Tags", "Tags", FocusCharge::tags),
                            cost("x_NotionalCost", MoneyKind.NOTIONAL)));

    private Optional<String> value(Dimension dimension) {
        return group.value(dimension);
    }

    private Optional<String> currency() {
        return costs.values().stream().map(Quantity::unit).map(Unit::symbol).findAny();
    }

    /// In the currency that its price is stated in, which a virtual one is before the one it is
    /// paid in.
    private Optional<Quantity> priced() {
        return drawn.or(() -> Optional.ofNullable(costs.get(MoneyKind.EFFECTIVE)));
    }

    private String description() {
        return meter + " of " + provider;
    }

    private String service() {
        return value(Dimension.PRODUCT).orElse(provider);
    }

    private String sku() {
        return Stream.of(Optional.of(meter), value(Dimension.PRODUCT), value(Dimension.MODEL))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("/"));
    }

    private Optional<SortedMap<String, String>> tags() {
        var tags = new TreeMap<String, String>();
        value(Dimension.USER).ifPresent(user -> tags.put("user", user));
        value(Dimension.PERSON).ifPresent(person -> tags.put("person", person));
        value(Dimension.MODEL).ifPresent(model -> tags.put("model", model));
        return Optional.<SortedMap<String, String>>of(tags).filter(some -> !some.isEmpty());
    }

    private static Column<FocusCharge> text(String name, Function<FocusCharge, String> cell) {
        return Column.given(name, name, cell);
    }

    private static Column<FocusCharge> stated(
            String name, Function<FocusCharge, Optional<String>> cell) {
        return Column.text(name, name, cell);
    }

    private static Column<FocusCharge> dimension(String name, Dimension dimension) {
        return stated(name, charge -> charge.value(dimension));
    }

    private static Column<FocusCharge> moment(String name, Function<FocusCharge, Instant> cell) {
        return Column.moment(name, name, charge -> Optional.of(cell.apply(charge)));
    }

    private static Column<FocusCharge> unit(
            String name, Function<FocusCharge, Optional<Quantity>> cell) {
        return stated(name, charge -> cell.apply(charge).map(Quantity::unit).map(Unit::symbol));
    }

    private static Column<FocusCharge> amount(
            String name, Function<FocusCharge, Optional<Quantity>> cell) {
        return Column.decimal(name, name, charge -> cell.apply(charge).map(Quantity::amount));
    }

    private static Column<FocusCharge> cost(String name, MoneyKind kind) {
        return amount(name, charge -> Optional.ofNullable(charge.costs.get(kind)));
    }
}
