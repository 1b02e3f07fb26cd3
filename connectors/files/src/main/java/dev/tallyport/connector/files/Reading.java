package dev.tallyport.connector.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What came of reading a row.
sealed interface Reading {

    record Understood(Layout.Statement statement) implements Reading {}

    /// @param day the row's, when at least that is known
    record Lost(Optional<LocalDate> day, String reason) implements Reading {}

    static Reading of(Row row, Layout layout) {
        Instant start;
        try {
            row.requireAllCells();
            start = layout.startOf(row);
        } catch (Unreadable e) {
            return new Lost(Optional.empty(), e.reason());
        }
        try {
            return new Understood(layout.statementOf(row, start));
        } catch (Unreadable e) {
            return new Lost(Optional.of(dayOf(start)), e.reason());
        }
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
