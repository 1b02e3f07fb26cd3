package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Locale;

/// A row on its way to a file, with what people read in place of its ids.
///
/// @param group what the row names
public record Named<R>(R row, Group group, DisplayNames names) {

    /// Columns of what rows say themselves.
    public static <R> List<Column<Named<R>>> own(List<Column<R>> columns) {
        return columns.stream().map(column -> column.of(Named<R>::row)).toList();
    }

    /// The column of a dimension, and beside ids that of their names.
    public static <R> List<Column<Named<R>>> columns(Dimension dimension) {
        var name = dimension.name().toLowerCase(Locale.ROOT);
        var heading = dimension.name().charAt(0) + name.substring(1);
        Column<Named<R>> value = Column.text(name, heading, named -> named.group.value(dimension));
        return switch (dimension) {
            case USER, PERSON, ORGANIZATION, SOURCE ->
                    List.of(
                            value,
                            Column.text(
                                    name + "Name",
                                    heading + " name",
                                    named -> named.names.of(named.group, dimension)));
            case PRODUCT, MODEL, ACTIVITY -> List.of(value);
        };
    }
}
