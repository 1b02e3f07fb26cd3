package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Hands rows on with their names, which it finds for many rows at once, and keeps while the next
/// rows name nobody else. However many rows there are, it holds no more than those.
public final class NamedRows<R> {

    private static final int AT_ONCE = 1000;

    private final Function<R, Group> group;
    private final Function<List<Group>, DisplayNames> find;
    private final Consumer<Named<R>> taker;
    private final List<R> waiting = new ArrayList<>();
    private Set<Group> known = Set.of();
    private DisplayNames names = DisplayNames.NONE;
    private long count;

    /// @param group what a row names
    /// @param find finds the names in rows
    NamedRows(
            Function<R, Group> group,
            Function<List<Group>, DisplayNames> find,
            Consumer<Named<R>> taker) {
        this.group = group;
        this.find = find;
        this.taker = taker;
    }

    /// A list on its way to a file.
    ///
    /// @param handOver hands over the rows one by one
    public static <R> Export.Rows<Named<R>> of(
            Function<R, Group> group,
            Function<List<Group>, DisplayNames> find,
            Consumer<Consumer<R>> handOver) {
        return taker -> {
            var named = new NamedRows<>(group, find, taker);
            handOver.accept(named::take);
            named.finish();
            return Summary.NONE;
        };
    }

    /// Rows that are all there.
    static <R> List<Named<R>> of(
            List<R> rows, Function<R, Group> group, Function<List<Group>, DisplayNames> find) {
        var named = new ArrayList<Named<R>>();
        var taking = new NamedRows<R>(group, find, named::add);
        rows.forEach(taking::take);
        taking.finish();
        return named;
    }

    void take(R row) {
        count++;
        waiting.add(row);
        if (waiting.size() == AT_ONCE) {
            handOn();
        }
    }

    /// Hands on the last rows.
    ///
    /// @return how many there were in all
    long finish() {
        handOn();
        return count;
    }

    private void handOn() {
        if (waiting.isEmpty()) {
            return;
        }
        var groups = waiting.stream().map(group).collect(Collectors.toSet());
        if (!known.containsAll(groups)) {
            names = find.apply(List.copyOf(groups));
            known = groups;
        }
        waiting.forEach(row -> taker.accept(new Named<>(row, group.apply(row), names)));
        waiting.clear();
    }
}
