package dev.tallyport.adapter.rest.export;

import java.util.List;

/// What a table is made of.
///
/// @param name for programs, as in the API
/// @param heading for people
public record Table<R>(String name, String heading, List<Column<R>> columns) {

    public Table {
        columns = List.copyOf(columns);
    }
}
