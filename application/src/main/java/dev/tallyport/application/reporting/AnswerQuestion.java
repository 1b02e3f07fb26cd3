package dev.tallyport.application.reporting;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.reporting.UsageReports.Report;
import dev.tallyport.application.reporting.UsageReports.Selection;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Answers questions about usage. Every figure that anybody sees comes from here.
@ApplicationScoped
public class AnswerQuestion {

    private static final Comparator<Map.Entry<Optional<LocalDate>, Group>> ROWS =
            Comparator.comparing((Map.Entry<Optional<LocalDate>, Group> row) ->
                            row.getKey().orElse(LocalDate.MIN))
                    .thenComparing(Map.Entry::getValue);

    private final Sources sources;
    private final Connectors connectors;
    private final UsageReports reports;
    private final RecordReads reads;

    AnswerQuestion(
            Sources sources, Connectors connectors, UsageReports reports, RecordReads reads) {
        this.sources = sources;
        this.connectors = connectors;
        this.reports = reports;
        this.reads = reads;
    }

    /// Per source, the first cut in its descriptor's order answers that it reads and that knows
    /// every dimension grouped by or filtered on. Where there is none, the source does not say.
    ///
    /// What may be seen is cut out where rows are chosen; a source of which nothing may be seen is
    /// not mentioned. Reading other people's figures is recorded before they are read.
    public Answer answer(Question question) {
        var asked = asked(question);
        reads.record(question, asked.stream().map(one -> one.source().name()).toList());
        return answer(question, asked);
    }

    /// Answers the rest of a request whose first question was recorded.
    public Answer answerRest(Question question) {
        return answer(question, asked(question));
    }

    private record Asked(SourceState source, Rows rows, Optional<Cut> cut, DateRange days) {

        Optional<Selection> selection() {
            return cut.map(known -> new Selection(source.id(), known.id(), days, rows));
        }
    }

    private List<Asked> asked(Question question) {
        var asked = new ArrayList<Asked>();
        for (var source : sources.all()) {
            var connector = connectors.find(source.connector());
            var rows = Rows.of(question.visibility(), source.name());
            if (connector.isPresent()
                    && rows.isPresent()
                    && question.among().map(some -> some.contains(source.name())).orElse(true)
                    && isAskedFor(question, connector.get())) {
                asked.add(ask(question, source, rows.get(), connector.get()));
            }
        }
        return asked;
    }

    private Answer answer(Question question, List<Asked> asked) {
        var selections = asked.stream().flatMap(one -> one.selection().stream()).toList();
        var groupings = new ArrayList<>(question.groupings());
        groupings.add(Grouping.WHOLE);
        var read = reports.read(selections, groupings, question.filter(), question.asKnownOn());
        var standings = asked.stream().map(one -> standing(one, read)).toList();
        var tables = new ArrayList<Answer.Table>();
        for (var grouping : question.groupings()) {
            tables.add(new Answer.Table(grouping, rows(read, tables.size())));
        }
        return new Answer(tables, totals(asked, rows(read, tables.size())), standings);
    }

    /// What answered without any usage in it is zero of its unit.
    private static List<Quantity> totals(List<Asked> asked, List<Answer.Row> whole) {
        var totals = new TreeMap<String, Quantity>();
        asked.stream()
                .flatMap(one -> one.cut().flatMap(Cut::unit).stream())
                .forEach(unit -> totals.put(unit, Quantity.zero(new Unit(unit))));
        whole.forEach(row ->
                totals.merge(row.quantity().unit().symbol(), row.quantity(), Quantity::plus));
        return List.copyOf(totals.values());
    }

    private static boolean isAskedFor(Question question, Connector connector) {
        var descriptor = connector.descriptor();
        return question.connector().map(descriptor.id()::equals).orElse(true)
                && descriptor.cuts().stream().anyMatch(cut -> cut.meter().equals(question.meter()));
    }

    private Asked ask(Question question, SourceState source, Rows rows, Connector connector) {
        var read = reports.cuts(source.id());
        var needed = EnumSet.copyOf(rows.dimensions());
        needed.addAll(question.dimensions());
        var cut =
                connector.descriptor().cuts().stream()
                        .filter(one -> one.meter().equals(question.meter()))
                        .filter(one -> one.total().isEmpty() && read.contains(one.id()))
                        .filter(one -> Translation.dimensionsOf(one).containsAll(needed))
                        .findFirst();
        var calendar =
                BillingCalendar.of(connector.descriptor().dayZone(), sources.cycles(source.id()));
        return new Asked(source, rows, cut, question.window().daysIn(calendar));
    }

    /// The rows of one table, sources added up.
    private static List<Answer.Row> rows(List<Report> read, int table) {
        var sums =
                new TreeMap<Map.Entry<Optional<LocalDate>, Group>, SortedMap<String, Quantity>>(
                        ROWS);
        for (var report : read) {
            for (var sum : report.tables().get(table)) {
                sums.computeIfAbsent(Map.entry(sum.day(), sum.group()), _ -> new TreeMap<>())
                        .merge(sum.quantity().unit().symbol(), sum.quantity(), Quantity::plus);
            }
        }
        return sums.entrySet().stream()
                .flatMap(sum ->
                        sum.getValue().values().stream()
                                .map(quantity ->
                                        new Answer.Row(
                                                sum.getKey().getKey(),
                                                sum.getKey().getValue(),
                                                quantity)))
                .toList();
    }

    private static Answer.Standing standing(Asked asked, List<Report> read) {
        var settled =
                read.stream()
                        .filter(report -> asked.selection().equals(Optional.of(report.selection())))
                        .map(Report::settled)
                        .findFirst()
                        .orElseGet(TreeMap::new);
        return new Answer.Standing(
                asked.source().name(),
                asked.cut().map(Cut::id),
                asked.days(),
                asked.source().lastCompleteAt(),
                stretches(asked.days(), settled));
    }

    /// Goes over the days that were read, not over those asked for: these may be all of time.
    private static List<Answer.Stretch> stretches(
            DateRange days, SortedMap<LocalDate, Boolean> settled) {
        var stretches = new ArrayList<Answer.Stretch>();
        var from = days.start();
        for (var day : settled.entrySet()) {
            append(stretches, DateRange.of(from, day.getKey()), Settledness.MISSING);
            append(
                    stretches,
                    DateRange.of(day.getKey()),
                    day.getValue() ? Settledness.SETTLED : Settledness.PROVISIONAL);
            from = day.getKey().plusDays(1);
        }
        append(stretches, DateRange.of(from, days.end()), Settledness.MISSING);
        return stretches;
    }

    private static void append(
            List<Answer.Stretch> stretches, DateRange days, Settledness settledness) {
        if (days.isEmpty()) {
            return;
        }
        if (!stretches.isEmpty() && stretches.getLast().settledness() == settledness) {
            var start = stretches.removeLast().days().start();
            stretches.add(new Answer.Stretch(DateRange.of(start, days.end()), settledness));
            return;
        }
        stretches.add(new Answer.Stretch(days, settledness));
    }
}
