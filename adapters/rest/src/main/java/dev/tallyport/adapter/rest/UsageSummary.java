package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.application.reporting.Answer.Total;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Settledness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                            text("meter", "Meter", total -> total.measure().meter()),
                            Column.text(
                                    "money", "Money", total -> UsageTable.money(total.measure())),
                            Column.decimal(
                                    "quantity",
                                    "Quantity",
                                    total -> Optional.of(total.quantity().amount())),
                            text("unit", "Unit", total -> total.quantity().unit().symbol())));

    private static final Table<Map.Entry<String, List<String>>> QUESTION =
            new Table<>(
                    "question",
                    "Question",
                    List.of(
                            text("name", "Name", Map.Entry::getKey),
                            text("value", "Value", sent -> String.join(", ", sent.getValue()))));

    private static final Table<UsageSummary> ANSWER =
            new Table<>(
                    "answer",
                    "Answer",
                    List.of(
                            text("from", "From", summary -> summary.window().from()),
                            text("to", "To", summary -> summary.window().to()),
                            text("calendar", "Calendar", UsageSummary::calendar),
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
                        new Summary.Part<>(QUESTION, List.copyOf(new TreeMap<>(asked).entrySet())),
                        new Summary.Part<>(ANSWER, List.of(this)),
                        new Summary.Part<>(sources(), answer.sources())));
    }

    private Table<Standing> sources() {
        return new Table<>(
                "sources",
                "Sources",
                List.of(
                        text("source", "Source", standing -> standing.source().value()),
                        text("meter", "Meter", Standing::meter),
                        Column.text("cut", "Cut", Standing::cut),
                        Column.truth("says", "Says", standing -> Optional.of(says(standing))),
                        Column.text(
                                "silence",
                                "Why not",
                                standing ->
                                        standing.silence()
                                                .map(why -> why.name().toLowerCase(Locale.ROOT))),
                        Column.moment("readAt", "Read at", Standing::readAt),
                        day("from", "From", DateRange::start),
                        day("to", "To", DateRange::end),
                        moment("start", "Start", DateRange::start),
                        moment("end", "End", DateRange::end),
                        days("settled", "Settled", Settledness.SETTLED),
                        days("provisional", "Provisional", Settledness.PROVISIONAL),
                        days("missing", "Missing", Settledness.MISSING)));
    }

    private static boolean says(Standing standing) {
        return standing.cut().isPresent();
    }

    private WindowView window() {
        return WindowView.of(question.window());
    }

    private String calendar() {
        return question.zone().map(ZoneId::getId).orElse("source");
    }

    private static <R> Column<R> text(String name, String heading, Function<R, String> cell) {
        return Column.text(name, heading, row -> Optional.of(cell.apply(row)));
    }

    private static Column<Standing> day(
            String name, String heading, Function<DateRange, LocalDate> which) {
        return Column.day(name, heading, standing -> Optional.of(which.apply(standing.days())));
    }

    /// When the day begins in the source's own calendar; empty for a source that is gone.
    private Column<Standing> moment(
            String name, String heading, Function<DateRange, LocalDate> which) {
        return Column.moment(
                name,
                heading,
                standing ->
                        Optional.ofNullable(origins.get(standing.source()))
                                .map(origin ->
                                        origin.calendar().startOf(which.apply(standing.days()))));
    }

    /// Stretches of days, each as `2026-01-16/2026-01-20` without its end.
    private static Column<Standing> days(String name, String heading, Settledness settledness) {
        return Column.text(
                name,
                heading,
                standing ->
                        Optional.of(
                                        standing.stretches().stream()
                                                .filter(one -> one.settledness() == settledness)
                                                .map(one ->
                                                        one.days().start() + "/" + one.days().end())
                                                .collect(Collectors.joining(", ")))
                                .filter(text -> !text.isEmpty()));
    }
}
