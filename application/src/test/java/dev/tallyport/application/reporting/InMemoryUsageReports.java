package dev.tallyport.application.reporting;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is current of one day after another, in memory; never read whole unless said so.
public final class InMemoryUsageReports implements UsageReports {

    private static final Unit ACU = new Unit("ACU");

    private record Used(
            SourceId source, String cut, LocalDate day, Group group, Quantity quantity) {}

    private record Key(Optional<Slot> slot, Group group, Unit unit) {}

    private final List<Used> usage = new ArrayList<>();
    private final SortedMap<LocalDate, Boolean> readWhole = new TreeMap<>();
    private int reads;

    void use(SourceId source, String cut, LocalDate day, Group group, long quantity) {
        use(source, cut, day, group, new Quantity(BigDecimal.valueOf(quantity), ACU));
    }

    public void use(SourceId source, String cut, LocalDate day, Group group, Quantity quantity) {
        usage.add(new Used(source, cut, day, group, quantity));
    }

    /// Every cut of every source was.
    public void readWhole(LocalDate day, boolean settled) {
        readWhole.put(day, settled);
    }

    /// How often anything was read.
    public int reads() {
        return reads;
    }

    @Override
    public <T> T read(Optional<Instant> asKnownOn, Function<Held, T> work) {
        reads++;
        return work.apply(
                new Held() {
                    @Override
                    public List<Sum> sums(Selection selection, Division division) {
                        return InMemoryUsageReports.this.sums(selection, division);
                    }

                    @Override
                    public SortedMap<LocalDate, Boolean> settled(
                            SourceId source, String cut, DateRange days) {
                        return readWhole.subMap(days.start(), days.end());
                    }

                    @Override
                    public long version(SourceId source) {
                        return usage.size();
                    }
                });
    }

    @Override
    public <T> T readAtLength(Optional<Instant> asKnownOn, Function<Held, T> work) {
        return read(asKnownOn, work);
    }

    private List<Sum> sums(Selection selection, Division division) {
        Map<Key, Quantity> sums = new HashMap<>();
        for (var used : usage) {
            if (used.source().equals(selection.source())
                    && used.cut().equals(selection.cut())
                    && isIn(selection.window(), used.day())
                    && isSeen(selection.rows(), used.group())
                    && isKept(selection.filter(), used.group())) {
                sums.merge(
                        new Key(
                                slot(division.times(), used.day()),
                                used.group().onto(division.dimensions()),
                                used.quantity().unit()),
                        used.quantity(),
                        Quantity::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Sum(sum.getKey().slot(), sum.getKey().group(), sum.getValue()))
                .toList();
    }

    private static boolean isIn(Window window, LocalDate day) {
        return switch (window) {
            case Window.Days(var days) -> days.contains(day);
            case Window.Instants _ ->
                    throw new IllegalArgumentException("what is of days is asked for instants");
        };
    }

    private static Optional<Slot> slot(Times times, LocalDate day) {
        return switch (times) {
            case Times.Whole() -> Optional.empty();
            case Times.EachDay() -> Optional.of(new Slot.Days(DateRange.of(day)));
            case Times.OfDays(var slots) ->
                    slots.values().stream()
                            .filter(slot -> slot.days().contains(day))
                            .<Slot>map(slot -> slot)
                            .findFirst();
            case Times.OfInstants _ ->
                    throw new IllegalArgumentException("what is of days is asked for hours");
        };
    }

    private static boolean isSeen(Rows rows, Group group) {
        return rows.contain(group.value(Dimension.USER), group.value(Dimension.ORGANIZATION));
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
    public Optional<Fetched> fetched(SourceId source, String cut, DateRange days) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> recordedAt(SourceId source, long version) {
        return Optional.empty();
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
