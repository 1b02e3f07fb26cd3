package dev.tallyport.application.reporting;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.reporting.Answer.Silence;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Chooses who answers a question: per source and meter, the first cut in the descriptor's order
/// that was read, that knows every dimension grouped by, filtered on or seen by, and that is as
/// fine as what is asked for. Where there is none, the source does not say.
@ApplicationScoped
class ChooseCuts {

    private final Sources sources;
    private final Connectors connectors;
    private final UsageReports reports;

    ChooseCuts(Sources sources, Connectors connectors, UsageReports reports) {
        this.sources = sources;
        this.connectors = connectors;
        this.reports = reports;
    }

    /// A source of which nothing may be seen, or that does not measure the meter, is not asked.
    List<Asked> of(Question question, Window window, Known known) {
        var asked = new ArrayList<Asked>();
        for (var source : sources.all()) {
            var descriptor = connectors.find(source.connector()).map(one -> one.descriptor());
            var rows = Rows.of(question.visibility(), source.name());
            if (descriptor.isPresent()
                    && rows.isPresent()
                    && question.connector().map(source.connector()::equals).orElse(true)
                    && question.filter().keeps(source.name())) {
                var filter = question.filter().stated(source.name(), known);
                var own =
                        BillingCalendar.of(descriptor.get().dayZone(), sources.cycles(source.id()));
                for (var meter : question.meters()) {
                    ask(question, window, source, meter, descriptor.get(), own, rows.get(), filter)
                            .ifPresent(asked::add);
                }
            }
        }
        return asked;
    }

    private Optional<Asked> ask(
            Question question,
            Window window,
            SourceState source,
            String meter,
            ConnectorDescriptor descriptor,
            BillingCalendar own,
            Rows rows,
            Filter filter) {
        var measuring =
                descriptor.cuts().stream()
                        .filter(cut -> cut.meter().equals(meter) && cut.total().isEmpty())
                        .toList();
        if (measuring.isEmpty()) {
            return Optional.empty();
        }
        var read = reports.cuts(source.id());
        var held = those(measuring, cut -> read.contains(cut.id()));
        var needed = needed(question, rows, filter);
        var divided = those(held, cut -> Translation.dimensionsOf(cut).containsAll(needed));
        var fine = those(divided, cut -> isFine(cut) || isOfDays(question, window, own));
        var silence =
                held.isEmpty()
                        ? Silence.UNREAD
                        : divided.isEmpty() ? Silence.UNDIVIDED : Silence.ONLY_DAYS;
        var cut = fine.stream().findFirst();
        var zoned = question.zone().map(zone -> BillingCalendar.of(zone, List.of())).orElse(own);
        var days = window.daysIn(own);
        return Optional.of(
                new Asked(
                        source,
                        meter,
                        cut,
                        cut.isPresent() ? Optional.empty() : Optional.of(silence),
                        own,
                        zoned,
                        cut.filter(ChooseCuts::isFine).isPresent()
                                ? finely(question, window, own, zoned)
                                : new Window.Days(days),
                        days,
                        question.changes(),
                        rows,
                        filter));
    }

    private static List<Cut> those(List<Cut> cuts, Predicate<Cut> which) {
        return cuts.stream().filter(which).toList();
    }

    private static Set<Dimension> needed(Question question, Rows rows, Filter filter) {
        var needed = EnumSet.noneOf(Dimension.class);
        needed.addAll(rows.dimensions());
        needed.addAll(filter.dimensions());
        question.groupings().forEach(grouping -> needed.addAll(grouping.stated()));
        return needed;
    }

    private static boolean isFine(Cut cut) {
        return switch (cut.grain()) {
            case DAY -> false;
            case HOUR, EVENT -> true;
        };
    }

    /// Whether days can answer: no hours are told apart, and the window is not a part of a day.
    private static boolean isOfDays(Question question, Window window, BillingCalendar own) {
        return !hasHours(question)
                && switch (window) {
                    case Window.Days _ -> true;
                    case Window.Instants(var start, var end) ->
                            start.equals(end) || !window.daysIn(own).isEmpty();
                };
    }

    private static boolean hasHours(Question question) {
        return question.groupings().stream()
                .anyMatch(grouping -> grouping.bucket().equals(Optional.of(Bucket.HOUR)));
    }

    /// Days by their own labels, unless they are cut differently or cut into hours.
    private static Window finely(
            Question question, Window window, BillingCalendar own, BillingCalendar zoned) {
        return switch (window) {
            case Window.Instants instants -> instants;
            case Window.Days _ when zoned.zone().equals(own.zone()) && !hasHours(question) ->
                    window;
            case Window.Days(var days) ->
                    new Window.Instants(zoned.startOf(days.start()), zoned.startOf(days.end()));
        };
    }
}
