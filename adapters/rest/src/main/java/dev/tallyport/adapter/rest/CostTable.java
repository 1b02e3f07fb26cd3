package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The columns of costs, called as the members of [CostView.Row] and [CostView.Unpriced], with
/// names beside ids.
final class CostTable {

    private CostTable() {}

    static Table<Named<Costs.Row>> of(Grouping grouping) {
        var columns =
                new ArrayList<>(
                        new GroupColumns<Costs.Row>(row -> row.days().map(Slot.Days::new))
                                .of(grouping));
        columns.addAll(
                Named.own(
                        List.of(
                                Column.given("kind", "Kind", row -> CostView.written(row.kind())),
                                Column.decimal(
                                        "amount",
                                        "Amount",
                                        row -> Optional.of(row.cost().amount())),
                                Column.given(
                                        "currency",
                                        "Currency",
                                        row -> row.cost().currency().getCurrencyCode()))));
        return new Table<>("costs", "Costs", columns);
    }

    /// Usage that no rate is for.
    static Table<Named<Costs.Unpriced>> unpriced(Grouping grouping) {
        var columns =
                new ArrayList<>(
                        new GroupColumns<Costs.Unpriced>(gap -> gap.days().map(Slot.Days::new))
                                .of(grouping.with(Set.of(Dimension.SOURCE))));
        columns.addAll(
                Named.own(
                        List.of(
                                Column.given("meter", "Meter", Costs.Unpriced::meter),
                                Column.decimal(
                                        "quantity",
                                        "Quantity",
                                        gap -> Optional.of(gap.quantity().amount())),
                                Column.given(
                                        "unit", "Unit", gap -> gap.quantity().unit().symbol()))));
        return new Table<>("unpriced", "Without a rate", columns);
    }
}
