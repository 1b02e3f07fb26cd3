package dev.tallyport.adapter.persistence;

import dev.tallyport.adapter.persistence.Enterprise.Source;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Silence;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Slot;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the answer to a question is, fact by fact, as the rules say it.
final class NaiveAnswer {

    /// What a figure is of.
    record Cell(Optional<Slot> slot, Group group, boolean others, Measure measure, String unit) {}

    /// @param others of how many further groups it is
    record Figure(BigDecimal amount, int others) {

        Figure(BigDecimal amount, int others) {
            this.amount = amount.stripTrailingZeros();
            this.others = others;
        }

        Figure plus(Figure other) {
            return new Figure(amount.add(other.amount), others + other.others);
        }
    }

    record Of(Measure measure, String unit) {}

    record Asked(
            String source,
            String meter,
            Optional<String> cut,
            Optional<Silence> silence,
            DateRange days) {}

    /// An answer, however its rows are ordered.
    record Said(
            List<Map<Cell, Figure>> tables,
            Map<Of, BigDecimal> totals,
            List<Asked> sources,
            long dataVersion,
            Optional<Said> before) {

        static Said of(Answer answer) {
            return new Said(
                    answer.tables().stream().map(table -> cells(table.rows())).toList(),
                    answer.totals().stream()
                            .collect(
                                    Collectors.toMap(
                                            total ->
                                                    new Of(
                                                            total.measure(),
                                                            total.quantity().unit().symbol()),
                                            total ->
                                                    total.quantity()
                                                            .amount()
                                                            .stripTrailingZeros())),
                    answer.sources().stream()
                            .map(one ->
                                    new Asked(
                                            one.source().value(),
                                            one.meter(),
                                            one.cut(),
                                            one.silence(),
                                            one.days()))
                            .toList(),
                    answer.dataVersion(),
                    answer.before().map(Said::of));
        }

        /// Each cell has one row.
        static Map<Cell, Figure> cells(List<Answer.Row> rows) {
            return rows.stream()
                    .collect(
                            Collectors.toMap(
                                    row ->
                                            new Cell(
                                                    row.slot(),
                                                    row.group(),
                                                    row.others().isPresent(),
                                                    row.measure(),
                                                    row.quantity().unit().symbol()),
                                    row ->
                                            new Figure(
                                                    row.quantity().amount(),
                                                    row.others().orElse(0))));
        }
    }

    /// A fact that counts.
    private record Used(Source source, Cut cut, Fact fact) {

        Measure measure() {
            return new Measure(cut.meter(), cut.money());
        }

        String unit() {
            return fact.quantity().unit().symbol();
        }

        Optional<VendorUser> user() {
            return fact.group()
                    .value(Dimension.USER)
                    .map(user -> new VendorUser(source.name(), user));
        }
    }

    private final Enterprise enterprise;
    private final NaiveLedger ledger;
    private final Question question;
    private final NaiveLedger.Known known;
    private final Set<VendorUser> me;
    private final List<Long> persons;

    /// @param me what the vendors know as whoever asks
    /// @param persons their numbers, in the order in which the ledger counts them
    NaiveAnswer(
            Enterprise enterprise,
            NaiveLedger ledger,
            Question question,
            Set<VendorUser> me,
            List<Long> persons) {
        this.enterprise = enterprise;
        this.ledger = ledger;
        this.question = question;
        this.known = question.asKnownOn().map(ledger::asKnownOn).orElseGet(ledger::now);
        this.me = me;
        this.persons = persons;
    }

    Said said() {
        return said(question.window(), question.comparedWith().map(this::saidBefore));
    }

    private Said saidBefore(Window before) {
        return said(before, Optional.empty());
    }

    private Said said(Window window, Optional<Said> before) {
        var asked = asked(window);
        var used = used(window, asked);
        return new Said(
                question.groupings().stream()
                        .map(grouping -> table(grouping, used, window))
                        .toList(),
                totals(asked, used),
                asked,
                asked.stream()
                        .filter(one -> one.cut().isPresent())
                        .map(one -> source(one).name())
                        .mapToLong(name -> known.versions().getOrDefault(name, 0L))
                        .max()
                        .orElse(0),
                before);
    }

    // Who answers.

    private List<Asked> asked(Window window) {
        var asked = new ArrayList<Asked>();
        for (var source : enterprise.sources) {
            if (question.connector().map(source.vendor().id()::equals).orElse(true)
                    && isKept(Dimension.SOURCE, Optional.of(source.name().value()))
                    && seesAnythingOf(source)) {
                for (var meter : question.meters()) {
                    asked(source, meter, window).ifPresent(asked::add);
                }
            }
        }
        return asked;
    }

    private Optional<Asked> asked(Source source, String meter, Window window) {
        var measuring =
                source.vendor().cuts().stream()
                        .filter(cut -> cut.meter().equals(meter))
                        .filter(cut -> cut.total().isEmpty())
                        .toList();
        if (measuring.isEmpty()) {
            return Optional.empty();
        }
        var read =
                measuring.stream()
                        .filter(cut -> ledger.cuts(source.name()).contains(cut.id()))
                        .toList();
        var knowing =
                read.stream().filter(cut -> statedBy(cut).containsAll(neededOf(source))).toList();
        var answering =
                knowing.stream()
                        .filter(cut -> isFine(cut) || isAboutWholeDays(source, window))
                        .findFirst();
        var silence =
                read.isEmpty()
                        ? Silence.UNREAD
                        : knowing.isEmpty() ? Silence.UNDIVIDED : Silence.ONLY_DAYS;
        return Optional.of(
                new Asked(
                        source.name().value(),
                        meter,
                        answering.map(Cut::id),
                        answering.isPresent() ? Optional.empty() : Optional.of(silence),
                        daysOf(window, source.calendar())));
    }

    private static boolean isFine(Cut cut) {
        return cut.grain() != Grain.DAY;
    }

    private static Set<Dimension> statedBy(Cut cut) {
        return cut.dimensions().stream()
                .map(dimension -> Dimension.valueOf(dimension.name()))
                .collect(Collectors.toSet());
    }

    private Set<Dimension> neededOf(Source source) {
        var needed = new HashSet<Dimension>();
        for (var grouping : question.groupings()) {
            needed.addAll(grouping.dimensions());
        }
        needed.addAll(question.filter().dimensions());
        if (needed.remove(Dimension.PERSON)) {
            needed.add(Dimension.USER);
        }
        needed.remove(Dimension.SOURCE);
        if (question.visibility() instanceof Visibility.Some some) {
            if (seesWithin(source, some)) {
                needed.add(Dimension.USER);
                needed.add(Dimension.ORGANIZATION);
            }
            if (some.organizations().stream().anyMatch(one -> isOf(source, one))) {
                needed.add(Dimension.ORGANIZATION);
            }
            if (some.oneself().stream().anyMatch(one -> isOf(source, one))) {
                needed.add(Dimension.USER);
            }
        }
        return needed;
    }

    private boolean isAboutWholeDays(Source source, Window window) {
        var hours =
                question.groupings().stream()
                        .anyMatch(grouping -> grouping.bucket().equals(Optional.of(Bucket.HOUR)));
        return !hours
                && switch (window) {
                    case Window.Days _ -> true;
                    case Window.Instants(var start, var end) ->
                            start.equals(end) || !daysOf(window, source.calendar()).isEmpty();
                };
    }

    /// The days whose labels are asked for, or that start in the window.
    private static DateRange daysOf(Window window, BillingCalendar calendar) {
        return switch (window) {
            case Window.Days(var days) -> days;
            case Window.Instants(var start, var end) ->
                    DateRange.of(
                            firstStartingFrom(start, calendar), firstStartingFrom(end, calendar));
        };
    }

    private static LocalDate firstStartingFrom(Instant instant, BillingCalendar calendar) {
        var day = calendar.dayOf(instant);
        return calendar.startOf(day).equals(instant) ? day : day.plusDays(1);
    }

    // What may be seen, and what is asked for.

    private boolean seesAnythingOf(Source source) {
        return switch (question.visibility()) {
            case Visibility.Everything() -> true;
            case Visibility.Nothing() -> false;
            case Visibility.Some some ->
                    some.organizations().stream().anyMatch(one -> isOf(source, one))
                            || some.oneself().stream().anyMatch(one -> isOf(source, one))
                            || seesWithin(source, some);
        };
    }

    private static boolean seesWithin(Source source, Visibility.Some some) {
        return some.oneselfWithin().stream().anyMatch(one -> isOf(source, one))
                && some.within().stream().anyMatch(one -> isOf(source, one));
    }

    private static boolean isOf(Source source, VendorUser user) {
        return user.source().equals(source.name());
    }

    private static boolean isOf(Source source, VendorOrganization organization) {
        return organization.source().equals(source.name());
    }

    private List<Used> used(Window window, List<Asked> asked) {
        var used = new ArrayList<Used>();
        for (var one : asked) {
            var source = source(one);
            one.cut()
                    .ifPresent(id -> {
                        var cut = source.vendor().cut(id);
                        known.facts()
                                .forEach((key, fact) -> {
                                    var candidate = new Used(source, cut, fact);
                                    if (key.source().equals(source.name())
                                            && key.cut().equals(id)
                                            && isIn(window, candidate)
                                            && isSeen(candidate)
                                            && isKept(candidate)) {
                                        used.add(candidate);
                                    }
                                });
                    });
        }
        return used;
    }

    private Source source(Asked asked) {
        return enterprise.sources.stream()
                .filter(source -> source.name().value().equals(asked.source()))
                .findFirst()
                .orElseThrow();
    }

    /// A fact of a day joins by its day's label, or where its day starts; others by when they are,
    /// or by the label of the day that this is in the calendar that is asked for.
    private boolean isIn(Window window, Used used) {
        var start =
                isFine(used.cut())
                        ? used.fact().start()
                        : used.source().calendar().startOf(used.fact().day());
        return switch (window) {
            case Window.Days(var days) -> days.contains(dayOf(used));
            case Window.Instants(var from, var to) -> !start.isBefore(from) && start.isBefore(to);
        };
    }

    private LocalDate dayOf(Used used) {
        return isFine(used.cut())
                ? calendarOf(used.source()).dayOf(used.fact().start())
                : used.fact().day();
    }

    private BillingCalendar calendarOf(Source source) {
        return question.zone()
                .map(zone -> BillingCalendar.of(zone, List.of()))
                .orElseGet(source::calendar);
    }

    private boolean isSeen(Used used) {
        var user = used.user();
        var organization =
                used.fact()
                        .group()
                        .value(Dimension.ORGANIZATION)
                        .map(id -> new VendorOrganization(used.source().name(), id));
        return switch (question.visibility()) {
            case Visibility.Everything() -> true;
            case Visibility.Nothing() -> false;
            case Visibility.Some some ->
                    organization.filter(some.organizations()::contains).isPresent()
                            || user.filter(some.oneself()::contains).isPresent()
                            || (user.filter(some.oneselfWithin()::contains).isPresent()
                                    && organization.filter(some.within()::contains).isPresent());
        };
    }

    private boolean isKept(Used used) {
        var values = used.fact().group();
        var mine = used.user().filter(me::contains).map(_ -> Filter.ME);
        return values.values().keySet().stream().allMatch(d -> isKept(d, values.value(d)))
                && question.filter().only().keySet().stream()
                        .filter(dimension -> isStated(dimension))
                        .allMatch(dimension -> values.value(dimension).isPresent())
                && isKeptAsPerson(personOf(used), mine);
    }

    private boolean isKept(Dimension dimension, Optional<String> value) {
        var only = question.filter().only().get(dimension);
        var except = question.filter().except().getOrDefault(dimension, Set.of());
        return (only == null || value.filter(only::contains).isPresent())
                && value.filter(except::contains).isEmpty();
    }

    /// Somebody is who they are held to be, and maybe the one who asks.
    private boolean isKeptAsPerson(Optional<String> person, Optional<String> mine) {
        var only = question.filter().only().get(Dimension.PERSON);
        var except = question.filter().except().getOrDefault(Dimension.PERSON, Set.of());
        return (only == null
                        || person.filter(only::contains).isPresent()
                        || mine.filter(only::contains).isPresent())
                && person.filter(except::contains).isEmpty()
                && mine.filter(except::contains).isEmpty();
    }

    private static boolean isStated(Dimension dimension) {
        return dimension != Dimension.PERSON && dimension != Dimension.SOURCE;
    }

    private Optional<String> personOf(Used used) {
        return used.user()
                .flatMap(known::personOf)
                .map(person -> Long.toString(persons.get(person)));
    }

    // What it comes to.

    private Map<Of, BigDecimal> totals(List<Asked> asked, List<Used> used) {
        var totals = new HashMap<Of, BigDecimal>();
        for (var one : asked) {
            one.cut()
                    .map(id -> source(one).vendor().cut(id))
                    .ifPresent(cut ->
                            cut.unit()
                                    .ifPresent(unit ->
                                            totals.put(
                                                    new Of(
                                                            new Measure(cut.meter(), cut.money()),
                                                            unit),
                                                    BigDecimal.ZERO)));
        }
        for (var one : used) {
            totals.merge(
                    new Of(one.measure(), one.unit()),
                    one.fact().quantity().amount(),
                    (sum, amount) -> sum.add(amount));
        }
        totals.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return totals;
    }

    private Map<Cell, Figure> table(Grouping grouping, List<Used> used, Window window) {
        var cells = new HashMap<Cell, Figure>();
        for (var one : used) {
            cells.merge(
                    new Cell(
                            slotOf(grouping, one, window),
                            groupOf(grouping, one),
                            false,
                            one.measure(),
                            one.unit()),
                    new Figure(one.fact().quantity().amount(), 0),
                    Figure::plus);
        }
        if (question.top().isEmpty()) {
            return cells;
        }
        var largest = largest(grouping, question.top().get());
        var shown = new HashMap<Cell, Figure>();
        cells.forEach((cell, figure) -> {
            if (largest.contains(cell.group())) {
                shown.put(cell, figure);
            } else {
                var others =
                        new Cell(cell.slot(), Group.unstated(), true, cell.measure(), cell.unit());
                shown.merge(others, new Figure(figure.amount(), 1), Figure::plus);
            }
        });
        return shown;
    }

    /// The groups with most of the first meter over the whole window that is asked about. Of
    /// several units, the one of which a group used most counts; where groups are equal, the
    /// earlier one is the larger.
    private Set<Group> largest(Grouping grouping, int most) {
        var used = used(question.window(), asked(question.window()));
        var sums = new HashMap<Group, Map<Of, BigDecimal>>();
        for (var one : used) {
            var first = one.measure().meter().equals(question.meters().getFirst());
            sums.computeIfAbsent(groupOf(grouping, one), _ -> new HashMap<>())
                    .merge(
                            new Of(one.measure(), one.unit()),
                            first ? one.fact().quantity().amount() : BigDecimal.ZERO,
                            (sum, amount) -> sum.add(amount));
        }
        return sums.entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<Group, Map<Of, BigDecimal>> one) ->
                                        one.getValue().values().stream()
                                                .max(Comparator.naturalOrder())
                                                .orElseThrow())
                                .reversed()
                                .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// A user who is nobody's is told apart by themselves.
    private Group groupOf(Grouping grouping, Used used) {
        var group = Group.unstated();
        for (var dimension : grouping.dimensions()) {
            switch (dimension) {
                case SOURCE -> group = group.with(dimension, used.source().name().value());
                case PERSON -> {
                    var person = personOf(used);
                    var user = used.user();
                    if (person.isPresent()) {
                        group = group.with(dimension, person.get());
                    } else if (user.isPresent()) {
                        group =
                                group.with(Dimension.USER, user.get().id())
                                        .with(Dimension.SOURCE, user.get().source().value());
                    }
                }
                case USER, ORGANIZATION, PRODUCT, MODEL, ACTIVITY -> {
                    var value = used.fact().group().value(dimension);
                    if (value.isPresent()) {
                        group = group.with(dimension, value.get());
                    }
                }
            }
        }
        return group;
    }

    // When it was.

    private Optional<Slot> slotOf(Grouping grouping, Used used, Window window) {
        if (grouping.bucket().isEmpty()) {
            return question.changes().isEmpty()
                    ? Optional.empty()
                    : Optional.of(parted(daysOf(window, used), dayOf(used)));
        }
        return Optional.of(slotOf(grouping.bucket().get(), used));
    }

    private Slot slotOf(Bucket bucket, Used used) {
        var day = dayOf(used);
        return switch (bucket) {
            case HOUR -> hourOf(used.fact().start(), calendarOf(used.source()).zone());
            case DAY -> new Slot.Days(DateRange.of(day));
            case WEEK -> {
                var monday = day;
                while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
                    monday = monday.minusDays(1);
                }
                yield parted(DateRange.of(monday, monday.plusDays(7)), day);
            }
            case MONTH -> {
                var first = LocalDate.of(day.getYear(), day.getMonth(), 1);
                yield parted(DateRange.of(first, first.plusMonths(1)), day);
            }
            case CYCLE -> {
                var own = used.source().calendar();
                var ownDay = isFine(used.cut()) ? own.dayOf(used.fact().start()) : day;
                yield parted(own.cycleContaining(ownDay).days(), ownDay);
            }
        };
    }

    /// The days in a row about a day of which none but the first begins anew.
    private Slot parted(DateRange days, LocalDate day) {
        var start = day;
        while (start.isAfter(days.start()) && !question.changes().contains(start)) {
            start = start.minusDays(1);
        }
        var end = day.plusDays(1);
        while (end.isBefore(days.end()) && !question.changes().contains(end)) {
            end = end.plusDays(1);
        }
        return new Slot.Days(DateRange.of(start, end));
    }

    /// The days that a window reaches into.
    private DateRange daysOf(Window window, Used used) {
        var calendar = calendarOf(used.source());
        return switch (window) {
            case Window.Days(var days) -> days;
            case Window.Instants(var start, var end) when isFine(used.cut()) ->
                    DateRange.of(
                            calendar.dayOf(start), calendar.dayOf(end.minusNanos(1)).plusDays(1));
            case Window.Instants _ -> daysOf(window, used.source().calendar());
        };
    }

    /// From one full hour of the clock, or from when it was set by a part of an hour, to the next.
    private static Slot hourOf(Instant instant, ZoneId zone) {
        var start = instant.truncatedTo(ChronoUnit.MINUTES);
        while (!beginsAnHour(start, zone)) {
            start = start.minus(Duration.ofMinutes(1));
        }
        var end = start.plus(Duration.ofMinutes(1));
        while (!beginsAnHour(end, zone)) {
            end = end.plus(Duration.ofMinutes(1));
        }
        return new Slot.Hour(start, end);
    }

    private static boolean beginsAnHour(Instant instant, ZoneId zone) {
        var rules = zone.getRules();
        var before = rules.getOffset(instant.minusSeconds(1)).getTotalSeconds();
        var after = rules.getOffset(instant).getTotalSeconds();
        return (after - before) % 3600 != 0 || instant.atZone(zone).getMinute() == 0;
    }
}
