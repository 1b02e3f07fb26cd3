package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is current of one day after another, in memory; never read whole.
final class InMemoryUsageReports implements UsageReports {

    private record Used(
            SourceId source, String cut, LocalDate day, Group group, BigDecimal quantity) {}

    private record Key(Optional<LocalDate> day, Group group) {}

    private final List<Used> usage = new ArrayList<>();
    private int reads;

    void use(SourceId source, String cut, LocalDate day, Group group, long quantity) {
        usage.add(new Used(source, cut, day, group, BigDecimal.valueOf(quantity)));
    }

    /// How often anything was read.
    int reads() {
        return reads;
    }

    @Override
    public List<Report> read(
            List<Selection> selections,
            List<Grouping> groupings,
            Filter filter,
            Optional<Instant> asKnownOn) {
        reads++;
        return selections.stream()
                .map(selection ->
                        new Report(
                                selection,
                                groupings.stream()
                                        .map(grouping -> sums(selection, grouping, filter))
                                        .toList(),
                                new TreeMap<>()))
                .toList();
    }

    private List<Sum> sums(Selection selection, Grouping grouping, Filter filter) {
        Map<Key, BigDecimal> sums = new HashMap<>();
        for (var used : usage) {
            if (used.source().equals(selection.source())
                    && used.cut().equals(selection.cut())
                    && selection.days().contains(used.day())
                    && isSeen(selection.rows(), used.group())
                    && isKept(filter, used.group())) {
                sums.merge(
                        new Key(
                                Optional.of(used.day()).filter(_ -> grouping.daily()),
                                used.group().onto(grouping.dimensions())),
                        used.quantity(),
                        BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum ->
                        new Sum(
                                sum.getKey().day(),
                                sum.getKey().group(),
                                new Quantity(sum.getValue(), new Unit("ACU"))))
                .toList();
    }

    private static boolean isSeen(Rows rows, Group group) {
        return switch (rows) {
            case Rows.All() -> true;
            case Rows.Some(var organizations, var users, var usersWithin, var within) ->
                    isOneOf(organizations, group, Dimension.ORGANIZATION)
                            || isOneOf(users, group, Dimension.USER)
                            || (isOneOf(usersWithin, group, Dimension.USER)
                                    && isOneOf(within, group, Dimension.ORGANIZATION));
        };
    }

    private static boolean isKept(Filter filter, Group group) {
        return filter.only().entrySet().stream()
                        .allMatch(only -> isOneOf(only.getValue(), group, only.getKey()))
                && filter.except().entrySet().stream()
                        .noneMatch(except -> isOneOf(except.getValue(), group, except.getKey()));
    }

    private static boolean isOneOf(Set<String> values, Group group, Dimension dimension) {
        return group.value(dimension).filter(values::contains).isPresent();
    }

    @Override
    public Set<String> cuts(SourceId source) {
        return usage.stream()
                .filter(used -> used.source().equals(source))
                .map(Used::cut)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isKnownUser(SourceId source, String user) {
        return isUser(source, user, _ -> true);
    }

    @Override
    public boolean isUserOf(SourceId source, String user, Set<String> organizations) {
        return isUser(source, user, group -> isOneOf(organizations, group, Dimension.ORGANIZATION));
    }

    private boolean isUser(SourceId source, String user, Predicate<Group> tied) {
        return usage.stream()
                .filter(used -> used.source().equals(source))
                .map(Used::group)
                .filter(group -> isOneOf(Set.of(user), group, Dimension.USER))
                .anyMatch(tied);
    }
}
