package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Hands rows on with their names, which it finds for many rows at once. However many rows there
/// are, it holds no more than those.
final class NamedRows<R> {

    private static final int AT_ONCE = 1000;

    private final Function<R, Group> group;
    private final Function<List<Group>, DisplayNames> find;
    private final Consumer<Named<R>> taker;
    private final List<R> waiting = new ArrayList<>();
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
        var names = find.apply(waiting.stream().map(group).distinct().toList());
        waiting.forEach(row -> taker.accept(new Named<>(row, group.apply(row), names)));
        waiting.clear();
    }
}
