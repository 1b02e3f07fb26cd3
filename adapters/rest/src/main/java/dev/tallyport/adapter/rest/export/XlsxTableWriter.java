package dev.tallyport.adapter.rest.export;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// An Excel workbook: rows on as many sheets as they need, and the summary on the last.
final class XlsxTableWriter<R> implements TableWriter<R> {

    private static final int MOST_ROWS_IN_MEMORY = 500;

    private final Table<R> table;
    private final int mostRows;
    private final Workbook workbook;
    private int sheets;
    private Worksheet sheet;
    private int next;

    XlsxTableWriter(Table<R> table, OutputStream to) throws IOException {
        this(table, to, Worksheet.MAX_ROWS);
    }

    /// @param mostRows of a sheet, the headings among them
    XlsxTableWriter(Table<R> table, OutputStream to, int mostRows) throws IOException {
        this.table = table;
        this.mostRows = mostRows;
        this.workbook = new Workbook(to, "Tallyport", null);
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        var begun =
                workbook.newWorksheet(
                        sheets == 1 ? table.heading() : table.heading() + " " + sheets);
        begun.freezePane(0, 1);
        XlsxCells.widen(begun, table.columns());
        XlsxCells.headings(begun, 0, table.columns());
        next = 1;
        return begun;
    }

    @Override
    public void write(R row) throws IOException {
        if (next == mostRows) {
            sheet.finish();
            sheet = begin();
        }
        XlsxCells.row(sheet, next, table.columns(), row);
        next++;
        if (next % MOST_ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish(Summary summary) throws IOException {
        sheet.finish();
        if (!summary.parts().isEmpty()) {
            sheet = workbook.newWorksheet("Summary");
            next = 0;
            summary.parts().forEach(this::write);
        }
        workbook.finish();
    }

    private <P> void write(Summary.Part<P> part) {
        XlsxCells.heading(sheet, next, 0, part.table().heading());
        XlsxCells.headings(sheet, next + 1, part.table().columns());
        next += 2;
        for (var row : part.rows()) {
            XlsxCells.row(sheet, next, part.table().columns(), row);
            next++;
        }
        next++;
    }
}
