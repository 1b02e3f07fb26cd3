package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.UsageReports.Sum;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts sums of several sources together to the rows of one table.
final class Tabulation {

    private static final Comparator<Optional<Slot>> BY_SLOT =
            Comparator.comparing(slot -> slot.orElse(null), Comparator.nullsFirst(Slot::compareTo));

    private record Key(Optional<Slot> slot, Group group, Measure measure, Unit unit) {

        Key ofNobody() {
            return new Key(slot, Group.unstated(), measure, unit);
        }

        Key inNoSlot() {
            return new Key(Optional.empty(), group, measure, unit);
        }
    }

    /// What groups without rows of their own used together.
    private record Others(int groups, Quantity quantity) {

        Others plus(Others more) {
            return new Others(groups + more.groups, quantity.plus(more.quantity));
        }
    }

    private final Question question;
    private final Grouping grouping;
    private final Known known;
    private final Map<Key, Quantity> sums = new HashMap<>();

    Tabulation(Question question, Grouping grouping, Known known) {
        this.question = question;
        this.grouping = grouping;
        this.known = known;
    }

    void add(Asked asked, List<Sum> more) {
        for (var sum : more) {
            var key =
                    new Key(
                            sum.slot(),
                            groupOf(asked, sum.group()),
                            asked.measure(),
                            sum.quantity().unit());
            sums.merge(key, sum.quantity(), Quantity::plus);
        }
    }

    private Group groupOf(Asked asked, Group stated) {
        var source = asked.source().name();
        var group = stated.onto(grouping.dimensions());
        if (grouping.dimensions().contains(Dimension.SOURCE)) {
            group = group.with(Dimension.SOURCE, source.value());
        }
        var user = stated.value(Dimension.USER);
        if (grouping.dimensions().contains(Dimension.PERSON) && user.isPresent()) {
            var person = known.personOf(new VendorUser(source, user.get()));
            group =
                    person.isPresent()
                            ? group.with(Dimension.PERSON, Long.toString(person.get().id()))
                            : group.with(Dimension.USER, user.get())
                                    .with(Dimension.SOURCE, source.value());
        }
        return group;
    }

    /// The groups with most of the first meter in all slots together. Units are not added up: the
    /// one of which a group used most counts.
    Set<Group> largest(int most) {
        var whole = new HashMap<Key, Quantity>();
        sums.forEach((key, quantity) -> whole.merge(key.inNoSlot(), quantity, Quantity::plus));
        var amounts = new HashMap<Group, BigDecimal>();
        whole.forEach((key, quantity) ->
                amounts.merge(
                        key.group(),
                        rank(key.measure()) == 0 ? quantity.amount() : BigDecimal.ZERO,
                        BigDecimal::max));
        return amounts.entrySet().stream()
                .sorted(
                        Map.Entry.<Group, BigDecimal>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private int rank(Measure measure) {
        return question.meters().indexOf(measure.meter());
    }

    /// @param kept the groups with rows of their own; empty for all
    List<Row> rows(Optional<Set<Group>> kept) {
        var rows = new ArrayList<Row>();
        var rest = new HashMap<Key, Others>();
        sums.forEach((key, quantity) -> {
            if (kept.map(some -> some.contains(key.group())).orElse(true)) {
                rows.add(row(key, Optional.empty(), quantity));
            } else {
                rest.merge(key.ofNobody(), new Others(1, quantity), Others::plus);
            }
        });
        rest.forEach((key, others) ->
                rows.add(row(key, Optional.of(others.groups()), others.quantity())));
        rows.sort(order());
        return List.copyOf(rows);
    }

    private static Row row(Key key, Optional<Integer> others, Quantity quantity) {
        return new Row(key.slot(), key.group(), others, key.measure(), quantity);
    }

    /// What others used comes last in its slot.
    private Comparator<Row> order() {
        var byAmount = Comparator.comparing((Row row) -> row.quantity().amount());
        var start =
                Comparator.comparing(Row::slot, BY_SLOT)
                        .thenComparing(row -> row.others().isPresent());
        var byRank = Comparator.comparingInt((Row row) -> rank(row.measure()));
        var byKind =
                Comparator.comparingInt(
                                (Row row) -> row.measure().money().map(Enum::ordinal).orElse(-1))
                        .thenComparing(row -> row.quantity().unit().symbol());
        return switch (question.order()) {
            case GROUP ->
                    start.thenComparing(Row::group).thenComparing(byRank).thenComparing(byKind);
            case LARGEST_FIRST ->
                    start.thenComparing(byRank)
                            .thenComparing(byKind)
                            .thenComparing(byAmount.reversed())
                            .thenComparing(Row::group);
            case SMALLEST_FIRST ->
                    start.thenComparing(byRank)
                            .thenComparing(byKind)
                            .thenComparing(byAmount)
                            .thenComparing(Row::group);
        };
    }
}
