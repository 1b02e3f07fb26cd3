package dev.tallyport.adapter.rest.export;

import java.util.List;

/// What is to be known of all rows of a table: what they come to, what was asked, how far they can
/// be relied on.
public record Summary(List<Part<?>> parts) {

    /// For formats that have no room for one.
    public static final Summary NONE = new Summary(List.of());

    public Summary {
        parts = List.copyOf(parts);
    }

    public record Part<R>(Table<R> table, List<R> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }
}
