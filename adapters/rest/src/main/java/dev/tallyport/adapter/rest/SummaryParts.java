package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Settledness;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What ends several exports alike.
final class SummaryParts {

    private static final Table<Map.Entry<String, List<String>>> QUESTION =
            new Table<>(
                    "question",
                    "Question",
                    List.of(
                            Column.given("name", "Name", Map.Entry::getKey),
                            Column.given(
                                    "value", "Value", sent -> String.join(", ", sent.getValue()))));

    private SummaryParts() {}

    /// The question as it was sent.
    static Summary.Part<?> question(Map<String, List<String>> sent) {
        return new Summary.Part<>(QUESTION, List.copyOf(new TreeMap<>(sent).entrySet()));
    }

    /// How each source took part.
    static Summary.Part<?> sources(
            List<Standing> standings, Map<SourceName, SourceOrigin> origins) {
        var table =
                new Table<Standing>(
                        "sources",
                        "Sources",
                        List.of(
                                Column.given(
                                        "source", "Source", standing -> standing.source().value()),
                                Column.given("meter", "Meter", Standing::meter),
                                Column.text("cut", "Cut", Standing::cut),
                                Column.truth(
                                        "says",
                                        "Says",
                                        standing -> Optional.of(standing.cut().isPresent())),
                                Column.text(
                                        "silence",
                                        "Why not",
                                        standing ->
                                                standing.silence()
                                                        .map(why ->
                                                                why.name()
                                                                        .toLowerCase(Locale.ROOT))),
                                Column.moment("readAt", "Read at", Standing::readAt),
                                day("from", "From", DateRange::start),
                                day("to", "To", DateRange::end),
                                moment("start", "Start", DateRange::start, origins),
                                moment("end", "End", DateRange::end, origins),
                                days("settled", "Settled", Settledness.SETTLED),
                                days("provisional", "Provisional", Settledness.PROVISIONAL),
                                days("missing", "Missing", Settledness.MISSING)));
        return new Summary.Part<>(table, standings);
    }

    private static Column<Standing> day(
            String name, String heading, Function<DateRange, LocalDate> which) {
        return Column.day(name, heading, standing -> Optional.of(which.apply(standing.days())));
    }

    /// When the day begins in the source's own calendar; empty for a source that is gone.
    private static Column<Standing> moment(
            String name,
            String heading,
            Function<DateRange, LocalDate> which,
            Map<SourceName, SourceOrigin> origins) {
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
