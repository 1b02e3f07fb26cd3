package dev.tallyport.adapter.rest.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/// Values in the cells of a sheet, typed as far as Excel's types reach.
///
/// Excel computes with 15 significant digits. A decimal has two cells: its number, rounded to what
/// Excel holds, and next to it every digit as text where that were not all of them.
final class XlsxCells {

    private static final MathContext HELD = new MathContext(15, RoundingMode.HALF_EVEN);

    /// Excel takes 1900 for a leap year.
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final String DAY = "yyyy-mm-dd";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private static final int LONGEST_TEXT = 32_767;
    private static final Pattern LIKE_A_NUMBERED_CHARACTER =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern UNKNOWN_TO_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XlsxCells() {}

    static void widen(Worksheet sheet, List<? extends Column<?>> columns) {
        int place = 0;
        for (var column : columns) {
            switch (column.type()) {
                case DAY -> sheet.width(place, 12);
                case MOMENT -> sheet.width(place, 20);
                case DECIMAL -> {
                    sheet.width(place, 18);
                    sheet.width(place + 1, 18);
                }
                case TEXT, SEVERAL -> sheet.width(place, 28);
                case WHOLE, TRUTH -> sheet.width(place, 12);
            }
            place += cellsOf(column);
        }
    }

    static void headings(Worksheet sheet, int row, List<? extends Column<?>> columns) {
        int place = 0;
        for (var column : columns) {
            heading(sheet, row, place, headingOf(column));
            if (column.type() == Column.Type.DECIMAL) {
                heading(sheet, row, place + 1, column.heading() + " (every digit)");
            }
            place += cellsOf(column);
        }
    }

    static void heading(Worksheet sheet, int row, int place, String heading) {
        text(sheet, row, place, heading);
        sheet.style(row, place).bold().set();
    }

    static <T> void row(Worksheet sheet, int row, List<Column<T>> columns, T of) {
        int place = 0;
        for (var column : columns) {
            var value = column.cell().apply(of);
            if (value.isPresent()) {
                write(sheet, row, place, value.get());
            }
            place += cellsOf(column);
        }
    }

    private static int cellsOf(Column<?> column) {
        return column.type() == Column.Type.DECIMAL ? 2 : 1;
    }

    /// Excel's moments have no zone.
    private static String headingOf(Column<?> column) {
        return column.type() == Column.Type.MOMENT ? column.heading() + " (UTC)" : column.heading();
    }

    private static void write(Worksheet sheet, int row, int place, Value value) {
        switch (value) {
            case Value.Text _, Value.Several _, Value.Members _ ->
                    text(sheet, row, place, PlainText.of(value));
            case Value.Day(var day) when isHeld(day) -> {
                sheet.value(row, place, day);
                sheet.style(row, place).format(DAY).set();
            }
            case Value.Moment(var instant) when isHeld(dayOf(instant)) -> {
                sheet.value(row, place, instant);
                sheet.style(row, place).format(MOMENT).set();
            }
            case Value.Day _, Value.Moment _ -> text(sheet, row, place, PlainText.of(value));
            case Value.Decimal(var number) -> {
                sheet.value(row, place, held(number));
                if (!isHeld(number)) {
                    text(sheet, row, place + 1, PlainText.of(value));
                }
            }
            case Value.Whole(var number) when isHeld(BigDecimal.valueOf(number)) ->
                    sheet.value(row, place, number);
            case Value.Whole _ -> text(sheet, row, place, PlainText.of(value));
            case Value.Truth(var holds) -> sheet.value(row, place, holds);
        }
    }

    private static boolean isHeld(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static BigDecimal held(BigDecimal number) {
        return number.round(HELD);
    }

    private static boolean isHeld(BigDecimal number) {
        return held(number).compareTo(number) == 0;
    }

    /// In the cell itself, since a list of all texts would have to be kept to the end, and as rich
    /// text, since plain text loses blanks at its ends.
    private static void text(Worksheet sheet, int row, int place, String text) {
        if (!text.isEmpty()) {
            var cell = RichText.builder().run(escaped(cut(text))).end().build();
            sheet.inlineString(row, place, cell);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    /// As ECMA-376 writes characters that XML does not know: by their numbers, `_x0000_`. What
    /// looks like one already is kept from being taken for it.
    private static String escaped(String text) {
        var told = LIKE_A_NUMBERED_CHARACTER.matcher(text).replaceAll("_x005F_");
        return UNKNOWN_TO_XML
                .matcher(told)
                .replaceAll(character -> "_x%04X_".formatted((int) character.group().charAt(0)));
    }
}
