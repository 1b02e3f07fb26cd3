package dev.tallyport.adapter.rest.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;

/// Comma-separated values by RFC 4180 below a line of names. The summary follows in lines that
/// begin with `#`, which no other line does.
final class CsvTableWriter<R> implements TableWriter<R> {

    /// For readers that take `#` for a remark wherever it stands.
    private static final QuoteStrategy WHAT_LOOKS_LIKE_A_REMARK =
            new QuoteStrategy() {
                @Override
                public boolean quoteValue(int line, int field, String value) {
                    return value.indexOf('#') >= 0;
                }
            };

    private final Table<R> table;
    private final CsvWriter csv;

    CsvTableWriter(Table<R> table, OutputStream to) {
        this.table = table;
        this.csv = CsvWriter.builder().quoteStrategy(WHAT_LOOKS_LIKE_A_REMARK).build(to);
        csv.writeRecord(names(table));
    }

    @Override
    public void write(R row) {
        csv.writeRecord(cells(table, row));
    }

    @Override
    public void finish(Summary summary) throws IOException {
        summary.parts().forEach(this::write);
        csv.flush();
    }

    private <P> void write(Summary.Part<P> part) {
        csv.writeComment("");
        remark(List.of(part.table().name()));
        remark(names(part.table()));
        part.rows().forEach(row -> remark(cells(part.table(), row)));
    }

    /// A spreadsheet parts it into cells as any other line.
    private void remark(List<String> cells) {
        var line = new StringWriter();
        CsvWriter.builder().bufferSize(0).build(line).writeRecord(cells);
        csv.writeComment(" " + line.toString().stripTrailing());
    }

    private static List<String> names(Table<?> table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static <T> List<String> cells(Table<T> table, T row) {
        return table.columns().stream()
                .map(column -> column.cell().apply(row).map(PlainText::of).orElse(""))
                .toList();
    }
}
