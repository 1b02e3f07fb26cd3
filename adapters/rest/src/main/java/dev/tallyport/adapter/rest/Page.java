package dev.tallyport.adapter.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// As many rows as were wanted, and whether more follow.
public record Page<T>(List<T> rows, boolean hasMore) {

    public Page {
        rows = List.copyOf(rows);
    }

    /// @param limit how many are wanted, above zero
    /// @param read reads the first so many
    public static <T> Page<T> of(int limit, IntFunction<List<T>> read) {
        var found = read.apply(limit + 1);
        return new Page<>(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }

    /// By what the rows that follow are asked for; empty when none do.
    public <C> Optional<C> next(Function<T, C> cursor) {
        return hasMore ? Optional.of(cursor.apply(rows.getLast())) : Optional.empty();
    }
}
