package dev.tallyport.connector.files;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One row of a table. A cell that is blank or says `NULL` states nothing; blanks around a value
/// are none of it.
final class Row {

    private static final String NOTHING = "NULL";

    private final Header header;
    private final List<String> cells;
    private final long line;

    /// @param line where the row begins in its file, counted from 1
    Row(Header header, List<String> cells, long line) {
        this.header = header;
        this.cells = cells;
        this.line = line;
    }

    long line() {
        return line;
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    boolean hasAllCells() {
        return cells.size() == header.size();
    }

    /// @throws Unreadable when nothing can be told of any cell
    void requireAllCells() {
        if (!hasAllCells()) {
            throw new Unreadable(
                    "expected %d fields as in the header, found %d"
                            .formatted(header.size(), cells.size()));
        }
    }

    /// @throws Unreadable for text that was not written in UTF-8 or that no store can hold
    Optional<String> text(String column) {
        var place = header.placeOf(column);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var stated = stated(place.getAsInt());
        if (stated.indexOf('\uFFFD') >= 0 || stated.indexOf('\0') >= 0) {
            throw new Unreadable(column + ": expected text in UTF-8, found other bytes");
        }
        return Optional.of(stated).filter(text -> !text.isEmpty());
    }

    Optional<BigDecimal> number(String column) {
        return text(column)
                .map(text ->
                        Numbers.parse(text)
                                .orElseThrow(() ->
                                        Unreadable.cell(column, "a number such as 1234.56", text)));
    }

    Instant moment(String column, Function<String, Optional<Instant>> notation) {
        var expected = "a date of the years 2000 to 2099 such as 2026-01-31";
        var text = text(column).orElseThrow(() -> Unreadable.nothing(column, expected));
        return notation.apply(text).orElseThrow(() -> Unreadable.cell(column, expected, text));
    }

    /// What a cell says, empty where it says nothing.
    String stated(int place) {
        var text = cells.get(place).strip();
        return text.equals(NOTHING) ? "" : text;
    }
}
