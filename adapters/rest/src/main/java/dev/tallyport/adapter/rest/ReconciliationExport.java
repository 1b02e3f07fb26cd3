package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.ReconciliationView.CountView;
import dev.tallyport.adapter.rest.ReconciliationView.DivisionView;
import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How a source's totals compare with their parts, as a file; the counts and the other ways of
/// dividing a meter end it.
///
/// @param asked the question as it was sent
record ReconciliationExport(
        ReconciliationView answer, Map<String, List<String>> asked, Instant exportedAt) {

    private static final Table<CountView> COUNTS =
            new Table<>(
                    "counts",
                    "Counts",
                    List.of(
                            Column.given("name", "Name", CountView::name),
                            Column.moment("start", "Start", one -> Optional.of(one.start())),
                            Column.moment("end", "End", one -> Optional.of(one.end())),
                            number("declared", "Declared", CountView::declared),
                            number("counted", "Counted", CountView::counted),
                            Column.given("unit", "Unit", CountView::unit),
                            Column.given("cause", "Cause", CountView::cause)));

    private static final Table<DivisionView> DIVISIONS =
            new Table<>(
                    "divisions",
                    "Divisions",
                    List.of(
                            Column.given("meter", "Meter", DivisionView::meter),
                            Column.given("cut", "Cut", DivisionView::cut),
                            number("quantity", "Quantity", DivisionView::quantity),
                            number("difference", "Difference", DivisionView::difference),
                            Column.given("unit", "Unit", DivisionView::unit)));

    private static final Table<ReconciliationExport> ANSWER =
            new Table<>(
                    "answer",
                    "Answer",
                    List.of(
                            Column.given("source", "Source", one -> one.answer.source()),
                            Column.day(
                                    "from", "From", one -> Optional.of(one.answer.window().from())),
                            Column.day("to", "To", one -> Optional.of(one.answer.window().to())),
                            Column.moment(
                                    "exportedAt",
                                    "Exported at",
                                    one -> Optional.of(one.exportedAt))));

    private Table<ComparisonView> comparisons() {
        var names = answer.names();
        return new Table<>(
                "comparisons",
                "Comparisons",
                List.of(
                        Column.given("total", "Total", ComparisonView::total),
                        Column.day("from", "From", one -> Optional.of(one.from())),
                        Column.day("to", "To", one -> Optional.of(one.to())),
                        stated("user", "User", ComparisonView::user),
                        name("userName", "User name", ComparisonView::user, names.user()),
                        stated("organization", "Organization", ComparisonView::organization),
                        name(
                                "organizationName",
                                "Organization name",
                                ComparisonView::organization,
                                names.organization()),
                        stated("product", "Product", ComparisonView::product),
                        stated("model", "Model", ComparisonView::model),
                        stated("activity", "Activity", ComparisonView::activity),
                        number("declared", "Declared", ComparisonView::declared),
                        number("parts", "Parts", ComparisonView::parts),
                        number("difference", "Difference", ComparisonView::difference),
                        Column.given("unit", "Unit", ComparisonView::unit),
                        Column.given("cause", "Cause", ComparisonView::cause)));
    }

    private static Column<ComparisonView> name(
            String name,
            String heading,
            Function<ComparisonView, @Nullable String> id,
            Map<String, String> names) {
        return Column.text(
                name,
                heading,
                row ->
                        Optional.ofNullable(id.apply(row))
                                .flatMap(one -> Optional.ofNullable(names.get(one))));
    }

    Export<ComparisonView> as(Format format) {
        var window = answer.window();
        return new Export<>(
                "reconciliation-%s-%s-to-%s".formatted(answer.source(), window.from(), window.to()),
                format,
                comparisons(),
                taker -> {
                    answer.comparisons().forEach(taker);
                    return summary();
                });
    }

    private Summary summary() {
        return new Summary(
                List.of(
                        new Summary.Part<>(COUNTS, answer.counts()),
                        new Summary.Part<>(DIVISIONS, answer.divisions()),
                        SummaryParts.question(asked),
                        new Summary.Part<>(ANSWER, List.of(this))));
    }

    private static <R> Column<R> number(
            String name, String heading, Function<R, BigDecimal> number) {
        return Column.decimal(name, heading, row -> Optional.of(number.apply(row)));
    }

    private static <R> Column<R> stated(
            String name, String heading, Function<R, @Nullable String> text) {
        return Column.text(name, heading, row -> Optional.ofNullable(text.apply(row)));
    }
}
