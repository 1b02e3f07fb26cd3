package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Note;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a table must look like and what its rows mean.
interface Layout {

    /// Distinguishes readings of the same files that would come to other facts.
    String version();

    List<Cut> cuts();

    /// Columns without which a file is no such table.
    Set<String> required();

    /// Columns that are read.
    Set<String> columns();

    /// Whether a column tells one row from another, as opposed to stating its amounts. What a row
    /// is told by must not change when its amounts are corrected.
    boolean identifies(String column);

    /// What an operator should know of a table with this header.
    Optional<Note> remarkOn(Header header);

    /// When a row's usage began, which decides the day that it belongs to.
    ///
    /// @throws Unreadable when that cannot be told
    Instant startOf(Row row);

    /// @throws Unreadable when the row as a whole means nothing
    Statement statementOf(Row row, Instant start);

    /// What a row says.
    ///
    /// @param flaws figures that could not be understood
    /// @param directory names of those that the row is about
    /// @param remarks what could not be understood and changes no figure
    record Statement(
            Instant start,
            Instant end,
            Map<Dimension, String> dimensions,
            List<Figure> figures,
            List<Flaw> flaws,
            List<DirectoryEntry> directory,
            List<Note> remarks) {

        public Statement {
            dimensions = Map.copyOf(dimensions);
            figures = List.copyOf(figures);
            flaws = List.copyOf(flaws);
            directory = List.copyOf(directory);
            remarks = List.copyOf(remarks);
        }
    }

    /// @param unit as a fact of the cut states it
    record Figure(String cut, BigDecimal quantity, Optional<String> unit) {}

    record Flaw(String cut, String reason) {}
}
