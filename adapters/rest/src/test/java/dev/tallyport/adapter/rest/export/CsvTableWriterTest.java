package dev.tallyport.adapter.rest.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CsvTableWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Provide
    static Arbitrary<List<Sample>> rows() {
        return Sample.samples().list().ofMaxSize(5);
    }

    @Property(tries = 300)
    void everyValueReadsBackAndNoTextBeginsAFormula(
            @ForAll("rows") List<Sample> rows, @ForAll("rows") List<Sample> summary) {
        var file = written(rows, Sample.summary(summary));

        var lines = read(file);

        assertThat(lines).hasSize(rows.size() + 1);
        for (int i = 0; i < rows.size(); i++) {
            requireSame(lines.get(i + 1).getFields(), rows.get(i));
        }
    }

    @Test
    void theSummaryIsBelowInLinesThatBeginWithAHash() {
        var file = written(List.of(Sample.of("a")), Sample.summary(List.of(Sample.of("=1,2"))));

        assertThat(file.lines())
                .containsExactly(
                        "text,day,moment,decimal,whole,truth,members",
                        "a,,,,,,",
                        "#",
                        "# samples",
                        "# text,day,moment,decimal,whole,truth,members",
                        "# \"'=1,2\",,,,,,");
    }

    @Test
    void noRowLooksLikeTheSummary() {
        var file = written(List.of(Sample.of("# samples\n# x")), Summary.NONE);

        assertThat(file).contains("\"# samples\n# x\",");
    }

    @Test
    void numbersStayNumbers() {
        var file = written(List.of(Sample.of(new BigDecimal("-1E+2"))), Summary.NONE);

        assertThat(file).endsWith(",,,-100,,,\r\n");
    }

    private static String written(List<Sample> rows, Summary summary) {
        return new String(Sample.written(Format.CSV, rows, summary), UTF_8);
    }

    private static List<CsvRecord> read(String file) {
        return CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(file).stream()
                .toList();
    }

    private static void requireSame(List<String> cells, Sample row) {
        assertThat(cells.getFirst())
                .matches(cell ->
                        row.text().map(text -> Sample.isInert(cell, text)).orElse(cell.isEmpty()));
        assertThat(cell(cells, 1).map(LocalDate::parse)).isEqualTo(row.day());
        assertThat(cell(cells, 2).map(Instant::parse)).isEqualTo(row.moment());
        assertThat(cell(cells, 3)).isEqualTo(row.decimal().map(BigDecimal::toPlainString));
        assertThat(cell(cells, 4).map(Long::valueOf)).isEqualTo(row.whole());
        assertThat(cell(cells, 5).map(Boolean::valueOf)).isEqualTo(row.truth());
        assertThat(cell(cells, 6).map(CsvTableWriterTest::members)).isEqualTo(row.members());
    }

    private static Optional<String> cell(List<String> cells, int place) {
        return Optional.of(cells.get(place)).filter(text -> !text.isEmpty());
    }

    private static SortedMap<String, String> members(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
