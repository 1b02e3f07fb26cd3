package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The columns of an answer about usage, called as the members of [UsageView.Row], with names
/// beside ids.
final class UsageTable {

    private static final List<Dimension> IN_ORDER =
            List.of(
                    Dimension.USER,
                    Dimension.PERSON,
                    Dimension.ORGANIZATION,
                    Dimension.PRODUCT,
                    Dimension.MODEL,
                    Dimension.ACTIVITY,
                    Dimension.SOURCE);

    private UsageTable() {}

    static Table<Named<Row>> of(Question question) {
        var grouping = question.groupings().getFirst();
        var columns = new ArrayList<Column<Named<Row>>>();
        grouping.bucket().map(UsageTable::times).orElseGet(List::of).stream()
                .map(column -> column.of(Named<Row>::row))
                .forEach(columns::add);
        var named = named(grouping.dimensions());
        IN_ORDER.stream().filter(named::contains).map(UsageTable::columns).forEach(columns::addAll);
        figures(question).stream().map(column -> column.of(Named<Row>::row)).forEach(columns::add);
        return new Table<>("usage", "Usage", columns);
    }

    private static List<Column<Row>> figures(Question question) {
        var columns = new ArrayList<Column<Row>>();
        if (question.top().isPresent()) {
            columns.add(
                    Column.whole("others", "Others", row -> row.others().map(Integer::longValue)));
        }
        columns.add(Column.text("meter", "Meter", row -> Optional.of(row.measure().meter())));
        columns.add(Column.text("money", "Money", row -> money(row.measure())));
        columns.add(
                Column.decimal(
                        "quantity", "Quantity", row -> Optional.of(row.quantity().amount())));
        columns.add(
                Column.text("unit", "Unit", row -> Optional.of(row.quantity().unit().symbol())));
        return columns;
    }

    /// What an amount of money says.
    static Optional<String> money(Measure measure) {
        return measure.money().map(kind -> kind.name().toLowerCase(Locale.ROOT));
    }

    private static List<Column<Row>> times(Bucket bucket) {
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

    private static Optional<DateRange> days(Row row) {
        return row.slot()
                .flatMap(slot ->
                        switch (slot) {
                            case Slot.Days(var days) -> Optional.of(days);
                            case Slot.Hour _ -> Optional.empty();
                        });
    }

    private static Optional<Slot.Hour> hour(Row row) {
        return row.slot()
                .flatMap(slot ->
                        switch (slot) {
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

    /// A value, and beside an id what it is called.
    private static List<Column<Named<Row>>> columns(Dimension dimension) {
        var name = dimension.name().toLowerCase(Locale.ROOT);
        var heading = dimension.name().charAt(0) + name.substring(1);
        Column<Named<Row>> value =
                Column.text(name, heading, named -> named.group().value(dimension));
        return switch (dimension) {
            case USER, PERSON, ORGANIZATION, SOURCE ->
                    List.of(
                            value,
                            Column.text(
                                    name + "Name",
                                    heading + " name",
                                    named -> named.name(dimension)));
            case PRODUCT, MODEL, ACTIVITY -> List.of(value);
        };
    }
}
