package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.pricing.ProjectCosts.Outlook;
import dev.tallyport.application.pricing.ProjectCosts.Series;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.Projection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of what a cycle will have cost, called as the members of [CostOutlookView].
final class ProjectionTable {

    static final Table<Row> TABLE =
            new Table<>(
                    "projection",
                    "Projection",
                    List.of(
                            Column.given("source", "Source", row -> row.outlook.source().value()),
                            Column.day(
                                    "cycleFrom",
                                    "Cycle from",
                                    row -> Optional.of(row.outlook.cycle().start())),
                            Column.day(
                                    "cycleTo",
                                    "Cycle to",
                                    row -> Optional.of(row.outlook.cycle().end())),
                            Column.given(
                                    "kind", "Kind", row -> CostView.written(row.series.kind())),
                            Column.given(
                                    "currency",
                                    "Currency",
                                    row -> row.series.currency().getCurrencyCode()),
                            Column.decimal(
                                    "spent",
                                    "Spent so far",
                                    row -> Optional.of(row.series.spent().amount())),
                            projected("estimate", "Estimate", Projection::estimate),
                            projected("low", "Low", Projection::low),
                            projected("high", "High", Projection::high),
                            whole("percent", "Percent", _ -> Projection.PERCENT),
                            whole("settledDays", "Settled days", Projection::settledDays),
                            projected("mean", "Mean", Projection::mean),
                            projected(
                                    "standardDeviation",
                                    "Standard deviation",
                                    Projection::deviation),
                            whole("daysAhead", "Days ahead", Projection::ahead),
                            Column.text(
                                    "reason",
                                    "Why there is none",
                                    row ->
                                            row.series
                                                    .reason()
                                                    .map(why ->
                                                            why.name().toLowerCase(Locale.ROOT))),
                            Column.truth(
                                    "unpriced",
                                    "Unpriced usage",
                                    row -> Optional.of(row.outlook.unpriced()))));

    /// What is known of one kind and currency of a source.
    record Row(Outlook outlook, Series series) {}

    private ProjectionTable() {}

    static Stream<Row> rows(Outlook outlook) {
        return outlook.series().stream().map(series -> new Row(outlook, series));
    }

    private static Column<Row> projected(
            String name, String heading, Function<Projection, Money> figure) {
        return Column.decimal(
                name, heading, row -> row.series.projection().map(figure).map(Money::amount));
    }

    private static Column<Row> whole(
            String name, String heading, Function<Projection, Integer> figure) {
        return Column.whole(
                name, heading, row -> row.series.projection().map(figure).map(Integer::longValue));
    }
}
