package dev.tallyport.adapter.rest.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// A column of a table.
///
/// @param name for programs, as in the API
/// @param heading for people
/// @param cell what a row says here; empty where it says nothing
public record Column<R>(String name, String heading, Type type, Function<R, Optional<Value>> cell) {

    enum Type {
        TEXT,
        DAY,
        MOMENT,
        DECIMAL,
        WHOLE,
        TRUTH,
        SEVERAL
    }

    /// The same of something that has such a row.
    public <S> Column<S> of(Function<S, R> row) {
        return new Column<>(name, heading, type, one -> cell.apply(row.apply(one)));
    }

    public static <R> Column<R> text(
            String name, String heading, Function<R, Optional<String>> cell) {
        return new Column<>(name, heading, Type.TEXT, row -> cell.apply(row).map(Value.Text::new));
    }

    /// Text that no row goes without.
    public static <R> Column<R> given(String name, String heading, Function<R, String> cell) {
        return text(name, heading, row -> Optional.of(cell.apply(row)));
    }

    public static <R> Column<R> day(
            String name, String heading, Function<R, Optional<LocalDate>> cell) {
        return new Column<>(name, heading, Type.DAY, row -> cell.apply(row).map(Value.Day::new));
    }

    public static <R> Column<R> moment(
            String name, String heading, Function<R, Optional<Instant>> cell) {
        return new Column<>(
                name, heading, Type.MOMENT, row -> cell.apply(row).map(Value.Moment::new));
    }

    public static <R> Column<R> decimal(
            String name, String heading, Function<R, Optional<BigDecimal>> cell) {
        return new Column<>(
                name, heading, Type.DECIMAL, row -> cell.apply(row).map(Value.Decimal::new));
    }

    public static <R> Column<R> whole(
            String name, String heading, Function<R, Optional<Long>> cell) {
        return new Column<>(
                name, heading, Type.WHOLE, row -> cell.apply(row).map(Value.Whole::new));
    }

    public static <R> Column<R> truth(
            String name, String heading, Function<R, Optional<Boolean>> cell) {
        return new Column<>(
                name, heading, Type.TRUTH, row -> cell.apply(row).map(Value.Truth::new));
    }

    public static <R> Column<R> members(
            String name, String heading, Function<R, Optional<SortedMap<String, String>>> cell) {
        return new Column<>(
                name, heading, Type.SEVERAL, row -> cell.apply(row).map(Value.Members::ofTexts));
    }

    /// @param cell several values, of which each may be several again
    public static <R> Column<R> several(String name, String heading, Function<R, Value> cell) {
        return new Column<>(name, heading, Type.SEVERAL, row -> Optional.of(cell.apply(row)));
    }
}
