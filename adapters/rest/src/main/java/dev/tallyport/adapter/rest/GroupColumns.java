package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The columns by which the rows of an answer are told apart, called as in the API, with names
/// beside ids.
///
/// @param slot empty where nothing is told apart in time
record GroupColumns<R>(Function<R, Optional<Slot>> slot) {

    private static final List<Dimension> IN_ORDER =
            List.of(
                    Dimension.USER,
                    Dimension.PERSON,
                    Dimension.ORGANIZATION,
                    Dimension.PRODUCT,
                    Dimension.MODEL,
                    Dimension.ACTIVITY,
                    Dimension.SOURCE);

    List<Column<Named<R>>> of(Grouping grouping) {
        var columns = new ArrayList<Column<Named<R>>>();
        grouping.bucket().map(this::times).orElseGet(List::of).stream()
                .map(column -> column.of(Named<R>::row))
                .forEach(columns::add);
        var named = named(grouping.dimensions());
        IN_ORDER.stream().filter(named::contains).map(Named::<R>columns).forEach(columns::addAll);
        return columns;
    }

    private List<Column<R>> times(Bucket bucket) {
        return switch (bucket) {
            case DAY -> List.of(Column.day("day", "Day", row -> days(row).map(DateRange::start)));
            case WEEK, MONTH, CYCLE ->
                    List.of(
                            Column.day("from", "From", row -> days(row).map(DateRange::start)),
                            Column.day("to", "To", row -> days(row).map(DateRange::end)));
            case HOUR ->
                    List.of(
                            Column.moment("from", "From", row -> hour(row).map(Slot.Hour::start)),
                            Column.moment("to", "To", row -> hour(row).map(Slot.Hour::end)));
        };
    }

    private Optional<DateRange> days(R row) {
        return slot.apply(row)
                .flatMap(one ->
                        switch (one) {
                            case Slot.Days(var days) -> Optional.of(days);
                            case Slot.Hour _ -> Optional.empty();
                        });
    }

    private Optional<Slot.Hour> hour(R row) {
        return slot.apply(row)
                .flatMap(one ->
                        switch (one) {
                            case Slot.Days _ -> Optional.empty();
                            case Slot.Hour hour -> Optional.of(hour);
                        });
    }

    /// A user who is nobody's stands for themselves among persons.
    private static Set<Dimension> named(Set<Dimension> toldApart) {
        var named = EnumSet.noneOf(Dimension.class);
        named.addAll(toldApart);
        if (named.contains(Dimension.PERSON)) {
            named.add(Dimension.USER);
            named.add(Dimension.SOURCE);
        }
        return named;
    }
}
