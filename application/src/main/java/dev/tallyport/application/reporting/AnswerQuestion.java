package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Answer.Total;
import dev.tallyport.application.reporting.UsageReports.Division;
import dev.tallyport.application.reporting.UsageReports.Held;
import dev.tallyport.application.reporting.UsageReports.Sum;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Answers questions about usage. Every figure that anybody sees comes from here.
@ApplicationScoped
public class AnswerQuestion {

    private final ChooseCuts chooseCuts;
    private final IdentifyPeople identifyPeople;
    private final UsageReports reports;
    private final RecordReads reads;

    AnswerQuestion(
            ChooseCuts chooseCuts,
            IdentifyPeople identifyPeople,
            UsageReports reports,
            RecordReads reads) {
        this.chooseCuts = chooseCuts;
        this.identifyPeople = identifyPeople;
        this.reports = reports;
        this.reads = reads;
    }

    /// What may be seen is cut out where rows are chosen; a source of which nothing may be seen is
    /// not mentioned. Reading other people's figures is recorded before they are read.
    ///
    /// @throws TooLargeException when the answer has too many rows or slots
    public Answer answer(Question question) {
        var asking = ask(question);
        record(List.of(asking));
        return answer(asking);
    }

    /// Answers all questions of one request as of one moment, and records them as one.
    ///
    /// @param questions about what was known at one and the same time
    /// @throws TooLargeException when an answer has too many rows or slots
    public Map<Question, Answer> answer(Set<Question> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        var known = questions.stream().map(Question::asKnownOn).distinct().toList();
        if (known.size() > 1) {
            throw new IllegalArgumentException(
                    "What is answered together must be as known at one time, found " + known);
        }
        var askings = questions.stream().map(this::ask).toList();
        record(askings);
        return reports.read(
                known.getFirst(),
                held -> {
                    var answers = new LinkedHashMap<Question, Answer>();
                    askings.forEach(asking -> answers.put(asking.question(), answer(held, asking)));
                    return answers;
                });
    }

    /// Answers the rest of a request whose first question was recorded.
    public Answer answerRest(Question question) {
        return answer(ask(question));
    }

    /// Answers with the rows of the one table that the question asks for handed over slot by slot,
    /// however many they are; the table of the answer is without rows. What it is compared with is
    /// left out.
    ///
    /// @throws TooLargeException when the rows of one slot, or the slots, are too many
    public Answer answer(Question question, Consumer<Row> rows) {
        var asking = ask(question);
        record(List.of(asking));
        return reports.readAtLength(
                question.asKnownOn(),
                held -> {
                    var grouping = question.groupings().getFirst();
                    handOver(held, asking, grouping, rows);
                    return answer(
                            held,
                            asking.window(),
                            List.of(new Answer.Table(grouping, List.of())),
                            Optional.empty());
                });
    }

    /// What one source is asked about one meter.
    ///
    /// @param dimensions that are told apart besides, of those that the cut knows
    /// @param changes days with which a new slot begins in any case
    /// @param rows who takes them
    public record Part(
            Set<Dimension> dimensions, SortedSet<LocalDate> changes, Consumer<Row> rows) {}

    /// Answers with the rows of each source and meter by themselves, one after another and slot by
    /// slot, told apart more finely than the question asks. They come from the cuts that answer the
    /// question itself, and come to the same. There is no top, and no comparison.
    ///
    /// @param parts by the cut that answers; empty to leave it out
    /// @throws TooLargeException when the rows of one slot, or the slots, are too many
    public void answerInParts(
            Question question, BiFunction<SourceName, Cut, Optional<Part>> parts) {
        var asking = ask(question);
        record(List.of(asking));
        reports.readAtLength(
                question.asKnownOn(),
                held -> {
                    for (var one : asking.window()) {
                        one.cut()
                                .flatMap(cut -> parts.apply(one.source().name(), cut))
                                .ifPresent(part -> handOver(held, asking, one, part));
                    }
                    return held;
                });
    }

    private static void handOver(Held held, Asking asking, Asked asked, Part part) {
        var grouping = asking.question().groupings().getFirst();
        var alone =
                new Asking(
                        asking.question(),
                        asking.known(),
                        List.of(asked.withChanges(part.changes())),
                        Optional.empty());
        handOver(held, alone, grouping.with(part.dimensions()), part.rows());
    }

    /// @param window what sources are asked about the window
    /// @param before what they are asked about the stretch that it is compared with
    private record Asking(
            Question question, Known known, List<Asked> window, Optional<List<Asked>> before) {}

    private Asking ask(Question question) {
        var known = identifyPeople.of(question);
        return new Asking(
                question,
                known,
                chooseCuts.of(question, question.window(), known),
                question.comparedWith().map(window -> chooseCuts.of(question, window, known)));
    }

    private void record(List<Asking> askings) {
        reads.record(
                askings.stream()
                        .filter(asking -> reads.isOfOthers(asking.question(), asking.window()))
                        .map(Asking::question)
                        .toList());
    }

    private Answer answer(Asking asking) {
        return reports.read(asking.question().asKnownOn(), held -> answer(held, asking));
    }

    private Answer answer(Held held, Asking asking) {
        var tables = new ArrayList<Answer.Table>();
        var before = new ArrayList<Answer.Table>();
        for (var grouping : asking.question().groupings()) {
            var rows = tabulation(held, asking, asking.window(), grouping);
            var kept = asking.question().top().map(rows::largest);
            tables.add(new Answer.Table(grouping, rows.rows(kept)));
            asking.before()
                    .map(asked -> tabulation(held, asking, asked, grouping).rows(kept))
                    .ifPresent(compared -> before.add(new Answer.Table(grouping, compared)));
        }
        return answer(
                held,
                asking.window(),
                tables,
                asking.before().map(asked -> answer(held, asked, before, Optional.empty())));
    }

    private Answer answer(
            Held held, List<Asked> asked, List<Answer.Table> tables, Optional<Answer> before) {
        var standings = asked.stream().map(one -> standing(held, one)).toList();
        return new Answer(
                tables,
                totals(held, asked),
                standings,
                standings.stream().mapToLong(Answer.Standing::version).max().orElse(0),
                before);
    }

    private static Tabulation tabulation(
            Held held, Asking asking, List<Asked> asked, Grouping grouping) {
        var rows = new Tabulation(asking.question(), grouping, asking.known());
        for (var one : asked) {
            one.selection()
                    .ifPresent(selection ->
                            rows.add(one, held.sums(selection, one.division(grouping))));
        }
        return rows;
    }

    /// What is told apart by `grouping`, but not in time.
    private static Tabulation whole(Held held, Asking asking, Grouping grouping) {
        var rows = new Tabulation(asking.question(), grouping, asking.known());
        var division = new Division(new UsageReports.Times.Whole(), grouping.stated());
        for (var one : asking.window()) {
            one.selection().ifPresent(selection -> rows.add(one, held.sums(selection, division)));
        }
        return rows;
    }

    private static void handOver(Held held, Asking asking, Grouping grouping, Consumer<Row> rows) {
        var top = asking.question().top();
        var bucket = grouping.bucket();
        if (bucket.isEmpty()) {
            var table = tabulation(held, asking, asking.window(), grouping);
            table.rows(top.map(table::largest)).forEach(rows);
            return;
        }
        var kept = top.map(most -> whole(held, asking, grouping).largest(most));
        var parts = parts(asking.window(), bucket.get());
        var slots = new TreeSet<Slot>();
        parts.values().forEach(windows -> slots.addAll(windows.keySet()));
        var division = new Division(new UsageReports.Times.Whole(), grouping.stated());
        for (var slot : slots) {
            var table = new Tabulation(asking.question(), grouping, asking.known());
            parts.forEach((one, windows) -> {
                var window = windows.get(slot);
                if (window != null) {
                    var selection = one.selection().orElseThrow().within(window);
                    table.add(one, in(slot, held.sums(selection, division)));
                }
            });
            table.rows(kept).forEach(rows);
        }
    }

    private static Map<Asked, SortedMap<Slot, Window>> parts(List<Asked> asked, Bucket bucket) {
        var parts = new LinkedHashMap<Asked, SortedMap<Slot, Window>>();
        for (var one : asked) {
            if (one.cut().isPresent()) {
                parts.put(one, one.parts(bucket));
            }
        }
        return parts;
    }

    private static List<Sum> in(Slot slot, List<Sum> sums) {
        return sums.stream()
                .map(sum -> new Sum(Optional.of(slot), sum.group(), sum.quantity()))
                .toList();
    }

    /// What answered without any usage in it is zero of its unit.
    private static List<Total> totals(Held held, List<Asked> asked) {
        var totals = new LinkedHashMap<Measure, TreeMap<String, Quantity>>();
        for (var one : asked) {
            one.selection()
                    .ifPresent(selection -> {
                        var units = totals.computeIfAbsent(one.measure(), _ -> new TreeMap<>());
                        one.cut()
                                .flatMap(Cut::unit)
                                .map(Unit::new)
                                .ifPresent(unit ->
                                        units.putIfAbsent(unit.symbol(), Quantity.zero(unit)));
                        for (var sum : held.sums(selection, Division.WHOLE)) {
                            var quantity = sum.quantity();
                            units.merge(quantity.unit().symbol(), quantity, Quantity::plus);
                        }
                    });
        }
        var flat = new ArrayList<Total>();
        totals.forEach((measure, units) ->
                units.values().forEach(quantity -> flat.add(new Total(measure, quantity))));
        return flat;
    }

    private static Answer.Standing standing(Held held, Asked asked) {
        var settled =
                asked.cut()
                        .map(cut -> held.settled(asked.source().id(), cut.id(), asked.days()))
                        .orElseGet(TreeMap::new);
        return new Answer.Standing(
                asked.source().name(),
                asked.meter(),
                asked.cut().map(Cut::id),
                asked.silence(),
                asked.days(),
                asked.cut().isPresent() ? held.version(asked.source().id()) : 0,
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
