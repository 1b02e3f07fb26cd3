package dev.tallyport.adapter.rest.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

final class XlsxTableWriterTest {

    private static final int TEXT = 0;
    private static final int DAY = 1;
    private static final int MOMENT = 2;
    private static final int DECIMAL = 3;
    private static final int EVERY_DIGIT = 4;
    private static final int WHOLE = 5;
    private static final int TRUTH = 6;
    private static final int MEMBERS = 7;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);
    private static final Pattern NUMBERED_CHARACTER = Pattern.compile("_x([0-9A-F]{4})_");

    @Provide
    static Arbitrary<List<Sample>> rows() {
        return Sample.samples().list().ofMaxSize(5);
    }

    @Property(tries = 200)
    void everyValueReadsBackInItsOwnTypeAndNoTextBeginsAFormula(
            @ForAll("rows") List<Sample> rows, @ForAll("rows") List<Sample> summary) {
        var file = Sample.written(Format.XLSX, rows, Sample.summary(summary));

        var sheets = read(file);

        assertThat(sheets).extracting(SheetRead::name).containsExactly("Samples", "Summary");
        requireSame(sheets.get(0).rows(), 1, rows);
        requireSame(sheets.get(1).rows(), 2, summary);
    }

    @Test
    void headingsAreForPeopleAndSayWhereAllDigitsAre() {
        var sheets = read(Sample.written(Format.XLSX, List.of(), Summary.NONE));

        assertThat(texts(sheets.getFirst().rows().getFirst()))
                .containsExactly(
                        "Text",
                        "Day",
                        "Moment (UTC)",
                        "Decimal",
                        "Decimal (every digit)",
                        "Whole",
                        "Truth",
                        "Members");
    }

    @Test
    void theHeadingsStayInSight() {
        var file = Sample.written(Format.XLSX, List.of(), Summary.NONE);

        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("ySplit=\"1\"")
                .contains("state=\"frozen\"");
    }

    @Test
    void daysAndMomentsAreShownAsSuch() {
        var file =
                Sample.written(
                        Format.XLSX,
                        List.of(
                                new Sample(
                                        Optional.empty(),
                                        Optional.of(LocalDate.parse("2026-01-16")),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        Summary.NONE);

        var day = read(file).getFirst().rows().get(1).getCell(DAY);

        assertThat(day.getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(day.asDate().toLocalDate()).isEqualTo("2026-01-16");
    }

    @Test
    void aDayThatExcelDoesNotKnowIsText() {
        var day = LocalDate.parse("1899-12-31");

        var file =
                Sample.written(
                        Format.XLSX,
                        List.of(
                                new Sample(
                                        Optional.empty(),
                                        Optional.of(day),
                                        Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        Summary.NONE);

        assertThat(texts(read(file).getFirst().rows().get(1)))
                .containsExactly("", "1899-12-31", "1899-12-31T00:00:00Z");
    }

    @Test
    void textTooLongForACellSaysThatItIsCut() {
        var file =
                Sample.written(Format.XLSX, List.of(Sample.of("a".repeat(40_000))), Summary.NONE);

        assertThat(texts(read(file).getFirst().rows().get(1)).getFirst())
                .hasSize(32_767)
                .endsWith("a…");
    }

    @Test
    void whatASheetCannotHoldGoesOnInTheNext() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = new XlsxTableWriter<>(Sample.TABLE, out, 4);

        for (int i = 0; i < 7; i++) {
            writer.write(Sample.of("row " + i));
        }
        writer.finish(Sample.summary(List.of()));

        var sheets = read(out.toByteArray());
        assertThat(sheets)
                .extracting(SheetRead::name)
                .containsExactly("Samples", "Samples 2", "Samples 3", "Summary");
        assertThat(sheets.subList(0, 3))
                .extracting(
                        sheet -> sheet.rows().stream().map(row -> texts(row).getFirst()).toList())
                .containsExactly(
                        List.of("Text", "row 0", "row 1", "row 2"),
                        List.of("Text", "row 3", "row 4", "row 5"),
                        List.of("Text", "row 6"));
    }

    private static void requireSame(List<Row> read, int headings, List<Sample> rows) {
        assertThat(read.stream().mapToInt(Row::getRowNum).max().orElse(0))
                .isLessThanOrEqualTo(headings + rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int number = headings + i + 1;
            var found = read.stream().filter(row -> row.getRowNum() == number).findAny();
            requireSame(found, rows.get(i));
        }
    }

    private static void requireSame(Optional<Row> found, Sample row) {
        assertThat(cell(found, TEXT, CellType.STRING).map(XlsxTableWriterTest::text))
                .matches(text ->
                        row.text()
                                .map(expected ->
                                        text.filter(read -> Sample.isInert(read, expected))
                                                .isPresent())
                                .orElse(text.isEmpty()));
        assertThat(cell(found, DAY, CellType.NUMBER).map(Cell::asDate))
                .isEqualTo(row.day().map(LocalDate::atStartOfDay));
        assertThat(cell(found, MOMENT, CellType.NUMBER).map(Cell::asDate))
                .isEqualTo(
                        row.moment()
                                .map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDateTime()));
        var number = cell(found, DECIMAL, CellType.NUMBER).map(Cell::asNumber);
        var digits = cell(found, EVERY_DIGIT, CellType.STRING).map(XlsxTableWriterTest::text);
        assertThat(number.map(Sample::stripped))
                .isEqualTo(row.decimal().map(XlsxTableWriterTest::held));
        assertThat(digits.map(BigDecimal::new).or(() -> number).map(Sample::stripped))
                .isEqualTo(row.decimal());
        if (row.whole().map(BigDecimal::valueOf).filter(whole -> !isHeld(whole)).isPresent()) {
            assertThat(cell(found, WHOLE, CellType.STRING).map(XlsxTableWriterTest::text))
                    .isEqualTo(row.whole().map(Object::toString));
        } else {
            assertThat(
                            cell(found, WHOLE, CellType.NUMBER)
                                    .map(Cell::asNumber)
                                    .map(BigDecimal::longValueExact))
                    .isEqualTo(row.whole());
        }
        assertThat(cell(found, TRUTH, CellType.BOOLEAN).map(Cell::asBoolean))
                .isEqualTo(row.truth());
        assertThat(cell(found, MEMBERS, CellType.STRING).map(XlsxTableWriterTest::text))
                .isEqualTo(row.members().map(Value.Members::ofTexts).map(PlainText::of));
    }

    private static BigDecimal held(BigDecimal number) {
        return Sample.stripped(number.round(new MathContext(15, RoundingMode.HALF_EVEN)));
    }

    private static boolean isHeld(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= 15;
    }

    private static Optional<Cell> cell(Optional<Row> row, int place, CellType type) {
        var cell = row.flatMap(cells -> cells.getOptionalCell(place));
        cell.ifPresent(some -> assertThat(some.getType()).isEqualTo(type));
        return cell;
    }

    /// As Excel reads it: a character by its number is that character.
    private static String text(Cell cell) {
        return NUMBERED_CHARACTER
                .matcher(cell.asString())
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(place ->
                        row.getOptionalCell(place).map(XlsxTableWriterTest::text).orElse(""))
                .toList();
    }

    private record SheetRead(String name, List<Row> rows) {}

    private static List<SheetRead> read(byte[] file) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            return workbook.getSheets().map(XlsxTableWriterTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SheetRead read(Sheet sheet) {
        try {
            return new SheetRead(sheet.getName(), sheet.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(byte[] file, String name) {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
