package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Answer.Total;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.source.SourceName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What ends an export of usage.
///
/// @param rows how many there were
/// @param asked the question as it was sent
record UsageSummary(
        Question question,
        Answer answer,
        long rows,
        Map<String, List<String>> asked,
        Map<SourceName, SourceOrigin> origins,
        Instant exportedAt) {

    private static final Table<Total> TOTALS =
            new Table<>(
                    "totals",
                    "Totals",
                    List.of(
                            Column.given("meter", "Meter", total -> total.measure().meter()),
                            Column.text(
                                    "money", "Money", total -> UsageTable.money(total.measure())),
                            Column.decimal(
                                    "quantity",
                                    "Quantity",
                                    total -> Optional.of(total.quantity().amount())),
                            Column.given(
                                    "unit", "Unit", total -> total.quantity().unit().symbol())));

    private static final Table<UsageSummary> ANSWER =
            new Table<>(
                    "answer",
                    "Answer",
                    List.of(
                            Column.given("from", "From", summary -> summary.window().from()),
                            Column.given("to", "To", summary -> summary.window().to()),
                            Column.given("calendar", "Calendar", UsageSummary::calendar),
                            Column.moment(
                                    "asKnownOn",
                                    "As known on",
                                    summary -> summary.question.asKnownOn()),
                            Column.whole(
                                    "dataVersion",
                                    "Data version",
                                    summary -> Optional.of(summary.answer.dataVersion())),
                            Column.whole("rows", "Rows", summary -> Optional.of(summary.rows)),
                            Column.moment(
                                    "exportedAt",
                                    "Exported at",
                                    summary -> Optional.of(summary.exportedAt))));

    Summary parts() {
        return new Summary(
                List.of(
                        new Summary.Part<>(TOTALS, answer.totals()),
                        SummaryParts.question(asked),
                        new Summary.Part<>(ANSWER, List.of(this)),
                        SummaryParts.sources(answer.sources(), origins)));
    }

    private WindowView window() {
        return WindowView.of(question.window());
    }

    private String calendar() {
        return question.zone().map(ZoneId::getId).orElse("source");
    }
}
