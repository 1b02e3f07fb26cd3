package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.pricing.Costs.Used;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What ends an export of costs.
///
/// @param find finds the names in rows
/// @param asked the question as it was sent
record CostSummary(
        CostQuestion question,
        Costs costs,
        Function<List<Group>, DisplayNames> find,
        Map<String, List<String>> asked,
        Map<SourceName, SourceOrigin> origins,
        Instant exportedAt) {

    private static final Table<Costs.Total> TOTALS =
            new Table<>(
                    "totals",
                    "Totals",
                    List.of(
                            Column.given("kind", "Kind", total -> CostView.written(total.kind())),
                            amount(Costs.Total::cost),
                            currency(Costs.Total::cost)));

    private static final Table<Money> ESTIMATED_SPEND =
            new Table<>(
                    "estimatedSpend",
                    "Estimated spend",
                    List.of(amount(Function.identity()), currency(Function.identity())));

    private static final Table<Named<Used>> RATES =
            new Table<>(
                    "rates",
                    "Rates",
                    Stream.of(
                                    Named.own(
                                            List.of(
                                                    Column.<Used>whole(
                                                            "id",
                                                            "Number",
                                                            used -> Optional.of(used.rate().id())),
                                                    Column.given(
                                                            "meter",
                                                            "Meter",
                                                            used ->
                                                                    used.rate()
                                                                            .terms()
                                                                            .meter()
                                                                            .id()),
                                                    Column.given(
                                                            "unit",
                                                            "Unit",
                                                            used ->
                                                                    used.rate()
                                                                            .terms()
                                                                            .meter()
                                                                            .unit()
                                                                            .symbol()))),
                                    Named.<Used>columns(Dimension.SOURCE),
                                    Named.<Used>columns(Dimension.ORGANIZATION),
                                    Named.<Used>columns(Dimension.PRODUCT),
                                    Named.<Used>columns(Dimension.MODEL),
                                    Named.own(
                                            List.of(
                                                    amount((Used used) ->
                                                            used.rate().terms().price()),
                                                    currency(used -> used.rate().terms().price()),
                                                    Column.truth(
                                                            "configured",
                                                            "Of the configuration",
                                                            used ->
                                                                    Optional.of(
                                                                            used.rate()
                                                                                    .configured())),
                                                    Column.day(
                                                            "from",
                                                            "From",
                                                            used ->
                                                                    Optional.of(
                                                                            used.days().start())),
                                                    Column.day(
                                                            "to",
                                                            "To",
                                                            used ->
                                                                    Optional.of(
                                                                            used.days().end())))))
                            .flatMap(List::stream)
                            .toList());

    private static final Table<CostSummary> ANSWER =
            new Table<>(
                    "answer",
                    "Answer",
                    List.of(
                            Column.given("from", "From", summary -> summary.window().from()),
                            Column.given("to", "To", summary -> summary.window().to()),
                            Column.moment(
                                    "asKnownOn",
                                    "As known on",
                                    summary -> summary.question.asKnownOn()),
                            Column.whole(
                                    "dataVersion",
                                    "Data version",
                                    summary -> Optional.of(summary.costs.dataVersion())),
                            Column.given(
                                    "ratesVersion",
                                    "Version of the rates",
                                    summary -> summary.costs.ratesVersion()),
                            Column.whole(
                                    "rows",
                                    "Rows",
                                    summary -> Optional.of((long) summary.costs.rows().size())),
                            Column.moment(
                                    "exportedAt",
                                    "Exported at",
                                    summary -> Optional.of(summary.exportedAt))));

    Summary parts() {
        return new Summary(
                List.of(
                        new Summary.Part<>(TOTALS, costs.totals()),
                        new Summary.Part<>(ESTIMATED_SPEND, costs.estimatedSpend()),
                        new Summary.Part<>(
                                CostTable.unpriced(question.grouping()),
                                NamedRows.of(costs.unpriced(), Costs.Unpriced::group, find)),
                        new Summary.Part<>(
                                RATES,
                                NamedRows.of(
                                        costs.rates(),
                                        used -> CostView.named(used.rate().terms().scope()),
                                        find)),
                        SummaryParts.question(asked),
                        new Summary.Part<>(ANSWER, List.of(this)),
                        SummaryParts.sources(costs.sources(), origins)));
    }

    private WindowView window() {
        return WindowView.of(question.window());
    }

    private static <R> Column<R> amount(Function<R, Money> money) {
        return Column.decimal("amount", "Amount", row -> Optional.of(money.apply(row).amount()));
    }

    private static <R> Column<R> currency(Function<R, Money> money) {
        return Column.given(
                "currency", "Currency", row -> money.apply(row).currency().getCurrencyCode());
    }
}
